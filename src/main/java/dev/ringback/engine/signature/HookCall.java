package dev.ringback.engine.signature;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A call of a hook as it came over the wire.
///
/// @param address to which the provider sent it, with its query, undecoded
/// @param headers by lower-case name, with every value
/// @param body    untouched, since every byte may be signed
public record HookCall(String address, Map<String, List<String>> headers, byte[] body) {

    /// A header that must be there once; empty where it is missing, empty, or there twice.
    public Optional<String> header(String name) {
        var values = headers.getOrDefault(name, List.of());
        return values.size() == 1 ? Optional.of(values.getFirst()).filter(value -> !value.isBlank()) : Optional.empty();
    }

    public String contentType() {
        return header("content-type").orElse("");
    }

    /// Null where there is none.
    public String query() {
        var mark = address.indexOf('?');
        return mark < 0 ? null : address.substring(mark + 1);
    }
}
