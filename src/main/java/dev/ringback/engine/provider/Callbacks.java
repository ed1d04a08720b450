package dev.ringback.engine.provider;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Where providers report what became of a message.
@ApplicationScoped
public class Callbacks {

    private final Optional<String> publicUrl;

    /// @param publicUrl where the internet reaches this service, without `/functions/v1`
    public Callbacks(@ConfigProperty(name = "ringback.public-url") Optional<String> publicUrl) {
        this.publicUrl = publicUrl.map(url -> url.replaceAll("/+$", ""));
    }

    /// The address names our message, so that a report finds it even where the answer to the submission was lost. Empty where
    /// this installation has no public address.
    public Optional<URI> of(String provider, UUID message) {
        return publicUrl.map(url -> URI.create("%s/functions/v1/hooks/%s?message=%s".formatted(url, provider, message)));
    }
}
