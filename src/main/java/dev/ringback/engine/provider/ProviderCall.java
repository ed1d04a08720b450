package dev.ringback.engine.provider;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/// Where a provider is called, and how long it is waited for once connected.
public record ProviderCall(URI uri, Map<String, String> headers, Duration patience) {

    public static ProviderCall of(URI base, String path, Map<String, String> headers, Duration patience) {
        return new ProviderCall(URI.create(base.toString().replaceAll("/+$", "") + path), headers, patience);
    }

    // Headers hold keys.
    @Override
    public String toString() {
        return "ProviderCall[%s]".formatted(uri.getHost());
    }
}
