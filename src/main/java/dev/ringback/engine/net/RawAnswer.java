package dev.ringback.engine.net;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An answer over HTTP as it came.
///
/// @param headers by lower-case name
public record RawAnswer(int status, Map<String, List<String>> headers, byte[] body) {

    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }
}
