package dev.ringback.engine.mailhook;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The head of a mail as one text.
final class RawHeaders {

    private RawHeaders() {}

    /// Unfolded (RFC 5322 §2.2.3), in order.
    static List<Map.Entry<String, String>> of(String head) {
        return Arrays.stream(head.replaceAll("\\r?\\n[ \\t]+", " ").split("\\r?\\n"))
                .filter(line -> line.indexOf(':') > 0)
                .map(line -> Map.entry(line.substring(0, line.indexOf(':')).strip(), line.substring(line.indexOf(':') + 1).strip()))
                .toList();
    }
}
