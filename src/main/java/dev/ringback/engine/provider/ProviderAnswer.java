package dev.ringback.engine.provider;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What came of a call. Silence after the request had left is none of these but a failure.
public sealed interface ProviderAnswer {

    /// No request has left: the provider certainly did not take the message.
    ///
    /// @param reason machine-readable
    record Unreached(String reason) implements ProviderAnswer {}

    /// @param headers by lower-case name
    /// @param body    empty where it is no JSON object
    record Answered(int status, Map<String, List<String>> headers, Map<String, Object> body) implements ProviderAnswer {

        public Optional<String> header(String name) {
            return headers.getOrDefault(name, List.of()).stream().findFirst();
        }

        /// A scalar inside the body, by names and positions: `errors.0.code`.
        public Optional<String> text(String path) {
            return new JsonTree(body).text(path);
        }
    }
}
