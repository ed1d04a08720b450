package dev.ringback.engine.link;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// Links of an installation of one's own.
public final class GivenLinks {

    private GivenLinks() {}

    private record Config(Optional<URI> publicUrl, Map<String, Optional<String>> keys) implements LinkConfig {}

    /// At `https://ringback.example`.
    ///
    /// @param keys in base64 by key id
    public static SignedLinks by(Map<String, Optional<String>> keys) {
        return new SignedLinks(new Config(Optional.of(URI.create("https://ringback.example")), keys));
    }

    public static SignedLinks withoutAddress(Map<String, Optional<String>> keys) {
        return new SignedLinks(new Config(Optional.empty(), keys));
    }
}
