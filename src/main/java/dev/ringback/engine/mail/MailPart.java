package dev.ringback.engine.mail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// One part of a mail while it is read: its raw headers by lower-case name, its parts, or its decoded text.
final class MailPart {

    final Map<String, List<String>> headers = new LinkedHashMap<>();
    final List<MailPart> children = new ArrayList<>();
    final StringBuilder content = new StringBuilder();

    /// The first value of a header, raw and unfolded; empty without one.
    String header(String name) {
        return headers.getOrDefault(name, List.of("")).getFirst();
    }

    /// The media type without parameters, lower-case; `text/plain` where the part names none (RFC 2045 section 5.2).
    String type() {
        var type = header("content-type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.isEmpty() ? "text/plain" : type;
    }

    boolean isAttachment() {
        var disposition = header("content-disposition").toLowerCase(Locale.ROOT);
        return disposition.startsWith("attachment") || disposition.contains("filename");
    }

    boolean isFlowed() {
        return parameter("format").equals("flowed");
    }

    boolean deletesSpace() {
        return parameter("delsp").equals("yes");
    }

    // Of the media type, lower-case; empty without it.
    private String parameter(String name) {
        var found = Pattern.compile("(?i);\\s*" + name + "\\s*=\\s*\"?([\\w-]+)").matcher(header("content-type"));
        return found.find() ? found.group(1).toLowerCase(Locale.ROOT) : "";
    }
}
