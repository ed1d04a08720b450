package dev.ringback.engine.unsubscribe;

import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.ringback.engine.consent.Family;

import static java.nio.charset.StandardCharsets.UTF_8;

/// What a posted form asks for.
sealed interface Choice {

    /// One click, by a mail program or on the page: the tenant's `revoke_all` decides how far it goes.
    record Everything() implements Choice {}

    /// Chosen on the page: these and no others.
    record Only(List<Family> families) implements Choice {}

    // RFC 8058 §3.1 allows multipart/form-data as well; its one field is all that matters.
    Pattern ONE_CLICK_PART = Pattern.compile("(?is).*name=\"?List-Unsubscribe\"?[^\\n]*\\r?\\n(?:[^\\n]+\\n)*\\r?\\nOne-Click\\b.*");
    int MAX_CHARS = 4_000;

    /// Empty for what is neither of our forms.
    static Optional<Choice> of(byte[] body) {
        var text = new String(body, 0, Math.min(body.length, MAX_CHARS), UTF_8);
        if (ONE_CLICK_PART.matcher(text).matches()) {
            return Optional.of(new Everything());
        }
        var fields = Arrays.stream(text.split("&")).map(Choice::decoded).toList();
        if (fields.stream().anyMatch(field -> field.equalsIgnoreCase("List-Unsubscribe=One-Click") || field.equals("stop=all"))) {
            return Optional.of(new Everything());
        }
        var families = Arrays.stream(Family.values()).filter(family -> family != Family.ALL && fields.contains("stop=" + family.word())).toList();
        return families.isEmpty() ? Optional.empty() : Optional.of(new Only(families));
    }

    private static String decoded(String field) {
        try {
            return URLDecoder.decode(field.strip(), UTF_8);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }
}
