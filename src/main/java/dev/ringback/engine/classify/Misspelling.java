package dev.ringback.engine.classify;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The short forms of chats, and keywords with one slip of the finger: a letter too many, missing, wrong, or two that changed
/// places. Of keywords only those so long that no other word is as near.
final class Misspelling {

    private static final List<String> KEYWORDS = List.of("unsubscribe", "desinscription", "desinscrire", "desabonnement", "desabonner", "desuscribir",
            "abmelden", "abmeldung", "abbestellen", "austragen");
    /// As near, and the very opposite or something else.
    private static final Set<String> OTHERS = Set.of("anmelden", "anmeldung", "austragend", "unsubscribed", "unsubscribes", "desabonnes",
            "desabonnee");
    private static final Pattern LONG_WORD = Pattern.compile("(?<![\\p{L}\\p{N}_'])\\p{L}{7,16}(?![\\p{L}\\p{N}_'])");

    /// Per long form the short ones, of all languages, because the language of a short text is a guess. None is a word that a phrase of
    /// another language asks for.
    private static final Map<String, String> SHORT_FORMS = shortForms("""
            please: pls plz plse
            you: u
            your: ur
            with: w
            message: msg mssg dm
            messages: msgs dms
            messaging: msging dming
            text: txt
            texts: txts
            texting: txting txtin
            je veux: jveux j'veux jveu j'veu
            je souhaite: jsouhaite j'souhaite
            je voudrais: jvoudrais j'voudrais
            plus: pu
            numero: num nro
            que: q k
            quiero: kiero
            por favor: xfa xfavor porfa porfis
            mensaje: msj
            mensajes: msjs mjs msjes
            whatsapps: wasaps guasaps
            nichts: nix nixx
            mehr: mer
            nicht: nich ned net nit
            nicht mehr: nimmer
            nummer: nr
            """);
    private static final Pattern SHORT_WORD = Pattern.compile("(?<![\\p{L}\\p{N}_'])[\\p{L}']{1,10}(?![\\p{L}\\p{N}_'])");
    private static final Pattern DROPPED_G =
            Pattern.compile("\\b((?:text|call|spamm|send|email|messag|contact|bother|bugg|harass|hitt|blow|writ)in)\\b'?");

    private Misspelling() {}

    /// The text with short forms as they are read aloud.
    static String spellOut(String folded) {
        var whole = DROPPED_G.matcher(folded).replaceAll("$1g");
        return SHORT_WORD.matcher(whole).replaceAll(match -> SHORT_FORMS.getOrDefault(match.group(), match.group()));
    }

    /// The text with such words as they are spelt.
    static String correct(String folded) {
        return LONG_WORD.matcher(folded).replaceAll(match -> keyword(match.group()));
    }

    private static String keyword(String word) {
        if (OTHERS.contains(word)) {
            return word;
        }
        return KEYWORDS.stream().filter(keyword -> isNear(word, keyword)).findFirst().orElse(word);
    }

    // Equal but for one edit: what follows the first difference must be the same, with a letter skipped on either side or both, or two swapped.
    private static boolean isNear(String word, String keyword) {
        var at = 0;
        while (at < word.length() && at < keyword.length() && word.charAt(at) == keyword.charAt(at)) {
            at++;
        }
        return same(word, at + 1, keyword, at + 1) || same(word, at, keyword, at + 1) || same(word, at + 1, keyword, at)
                || swapped(word, keyword, at);
    }

    private static boolean swapped(String word, String keyword, int at) {
        return at + 1 < word.length() && at + 1 < keyword.length() && word.charAt(at) == keyword.charAt(at + 1)
                && word.charAt(at + 1) == keyword.charAt(at) && same(word, at + 2, keyword, at + 2);
    }

    private static boolean same(String word, int from, String keyword, int keywordFrom) {
        return word.substring(Math.min(from, word.length())).equals(keyword.substring(Math.min(keywordFrom, keyword.length())));
    }

    private static Map<String, String> shortForms(String table) {
        return table.lines().map(line -> line.split(": "))
                .flatMap(line -> List.of(line[1].split(" ")).stream().map(shortForm -> Map.entry(shortForm, line[0])))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
