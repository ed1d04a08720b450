package dev.ringback.engine.unsubscribe;

import java.util.Map;

/// The page's words in one language.
///
/// @param asks with `%s` for the sender
record PageWords(String language, String title, String asks, String who, String stopsSome, String stopsAll, String isStopped, String isDone,
        Map<String, String> channels) {

    private static final PageWords EN = new PageWords("en", "Your messages", "What shall %s no longer send you?", "we", "Stop what I ticked",
            "Stop everything", "stopped", "Done. You will get no more of these messages.",
            Map.of("email", "E-mail", "phone", "Texts and calls", "whatsapp", "WhatsApp"));
    private static final PageWords FR = new PageWords("fr", "Vos messages", "Que ne doit plus vous envoyer %s ?", "l’expéditeur",
            "Arrêter ce que j’ai coché", "Tout arrêter", "arrêté", "C’est fait. Vous ne recevrez plus ces messages.",
            Map.of("email", "E-mail", "phone", "SMS et appels", "whatsapp", "WhatsApp"));
    private static final PageWords ES = new PageWords("es", "Sus mensajes", "¿Qué no debe enviarle más %s?", "el remitente",
            "Detener lo que marqué", "Detener todo", "detenido", "Hecho. No recibirá más estos mensajes.",
            Map.of("email", "Correo", "phone", "SMS y llamadas", "whatsapp", "WhatsApp"));
    private static final PageWords DE = new PageWords("de", "Ihre Nachrichten", "Was soll %s Ihnen nicht mehr senden?", "der Absender",
            "Angekreuztes beenden", "Alles beenden", "beendet", "Erledigt. Sie erhalten diese Nachrichten nicht mehr.",
            Map.of("email", "E-Mail", "phone", "SMS und Anrufe", "whatsapp", "WhatsApp"));

    /// English where there is no better.
    static PageWords of(String language) {
        return switch (language) {
            case "fr" -> FR;
            case "es" -> ES;
            case "de" -> DE;
            default -> EN;
        };
    }

    String channel(String family) {
        return channels.get(family);
    }
}
