package dev.ringback.engine.phonehook;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.ringback.engine.channel.Incoming.Medium;
import dev.ringback.engine.provider.JsonTree;

/// What a person's message says: words, a button that was pressed, or what came along.
final class WhatsAppMessage {

    private static final List<String> MEDIA = List.of("image", "audio", "video", "document", "sticker");
    /// No words of the person's to us.
    private static final Set<String> SILENT = Set.of("reaction", "system", "unsupported", "unknown");

    private WhatsAppMessage() {}

    static boolean says(JsonTree message) {
        return !SILENT.contains(message.text("type").orElse("unknown"));
    }

    static String text(JsonTree message) {
        return Stream.of("text.body", "button.text", "interactive.button_reply.title", "interactive.list_reply.title", "image.caption",
                "video.caption", "document.caption").flatMap(path -> message.text(path).stream()).findFirst()
                .or(() -> place(message)).orElse("");
    }

    static List<Medium> media(JsonTree message) {
        return MEDIA.stream().flatMap(kind -> message.text(kind + ".id").stream()
                .map(id -> new Medium(message.text(kind + ".mime_type").orElse(kind), id))).toList();
    }

    private static Optional<String> place(JsonTree message) {
        return message.text("location.latitude").flatMap(latitude -> message.text("location.longitude")
                .map(longitude -> "%s,%s".formatted(latitude, longitude)));
    }
}
