package dev.ringback.engine.hook;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Under which address the internet reached us, which a proxy in front hides: as configured, else as the proxy says. What it says
/// may be made up; then the signature over the address doesn't verify.
@ApplicationScoped
class PublicAddress {

    private final Optional<String> publicUrl;

    PublicAddress(@ConfigProperty(name = "ringback.public-url") Optional<String> publicUrl) {
        this.publicUrl = publicUrl.map(url -> url.replaceAll("/+$", ""));
    }

    /// @param uri path and query as they came
    String of(String uri, Map<String, List<String>> headers) {
        return publicUrl.orElseGet(() -> "%s://%s".formatted(first(headers, "x-forwarded-proto").orElse("http"),
                first(headers, "x-forwarded-host").or(() -> first(headers, "host")).orElse("localhost"))) + uri;
    }

    // Each proxy may add its own; the first one is the outermost.
    private static Optional<String> first(Map<String, List<String>> headers, String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst().map(value -> value.replaceFirst(",.*", "").strip())
                .filter(value -> value.matches("[A-Za-z0-9.:\\[\\]-]+"));
    }
}
