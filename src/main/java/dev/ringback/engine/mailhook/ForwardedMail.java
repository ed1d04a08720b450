package dev.ringback.engine.mailhook;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.ringback.engine.mail.MailParser;
import dev.ringback.engine.mail.ParsedMail;

import static java.nio.charset.StandardCharsets.UTF_8;

/// A mail that its provider took apart.
final class ForwardedMail {

    private static final Set<String> OF_THE_BODY = Set.of("content-type", "content-transfer-encoding", "content-disposition", "mime-version");
    private static final String NAME = "[!-9;-~]{1,100}";
    private static final int MOST_HEADERS = 500;

    private ForwardedMail() {}

    /// @param headers in order; a name may come again
    /// @param text    null or empty where the mail has only HTML
    /// @param html    null where it has none
    static ParsedMail of(List<Map.Entry<String, String>> headers, String text, String html) {
        var isText = text != null && !text.isBlank();
        var head = headers.stream().filter(ForwardedMail::isKept).limit(MOST_HEADERS)
                .map(header -> "%s: %s\r\n".formatted(header.getKey(), header.getValue().replaceAll("[\\r\\n]+[ \\t]*", " ").replace("\0", "")))
                .collect(Collectors.joining());
        var body = isText ? text : html == null ? "" : html;
        var mime = "%sMIME-Version: 1.0\r\nContent-Type: text/%s; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n%s"
                .formatted(head, isText || html == null ? "plain" : "html", Base64.getMimeEncoder().encodeToString(body.getBytes(UTF_8)));
        return MailParser.parse(mime.getBytes(UTF_8));
    }

    private static boolean isKept(Map.Entry<String, String> header) {
        return header.getKey().matches(NAME) && !OF_THE_BODY.contains(header.getKey().toLowerCase(Locale.ROOT));
    }
}
