package dev.ringback.engine.unsubscribe;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.ringback.engine.link.Purpose;
import dev.ringback.engine.link.SignedLink;
import dev.ringback.engine.link.SignedLinks;

/// Links by which a recipient says no. A link names the message and nothing about the person; who made it shows in its signature.
@ApplicationScoped
public class UnsubscribeLinks {

    private final SignedLinks links;

    UnsubscribeLinks(SignedLinks links) {
        this.links = links;
    }

    public boolean areConfigured() {
        return links.areConfigured();
    }

    /// Empty where this installation has no public address or no key.
    public Optional<URI> of(UUID message) {
        return links.of("unsubscribe", Purpose.UNSUBSCRIBE, new SignedLink(message, ""));
    }

    /// `List-Unsubscribe` and `List-Unsubscribe-Post` (RFC 2369, RFC 8058); none where there is no link.
    public Map<String, String> headers(UUID message) {
        return of(message)
                .map(link -> Map.of("List-Unsubscribe", "<%s>".formatted(link), "List-Unsubscribe-Post", "List-Unsubscribe=One-Click"))
                .orElse(Map.of());
    }

    /// The message that a token names; empty unless one of our keys signed it.
    Optional<UUID> read(String token) {
        return links.read(Purpose.UNSUBSCRIBE, token).filter(link -> link.rest().isEmpty()).map(SignedLink::message);
    }
}
