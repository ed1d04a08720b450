package dev.ringback.engine.tracking;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.ringback.engine.link.Purpose;
import dev.ringback.engine.link.SignedLink;
import dev.ringback.engine.link.SignedLinks;
import dev.ringback.engine.template.Rendering.Rendered;

/// Has a mail say when it is opened and which of its links are followed.
@ApplicationScoped
public class TrackingLinks {

    // The token is a third longer, and request lines end at 4,096 characters.
    private static final int LONGEST_TARGET = 2_000;

    private final SignedLinks links;

    TrackingLinks(SignedLinks links) {
        this.links = links;
    }

    /// The mail with a pixel and with its links leading here first; as it was where it has no HTML or nothing can be signed. Links to
    /// this installation stay what they are, above all the one by which the recipient says no.
    public Rendered placed(UUID message, Rendered rendered) {
        return rendered.html() == null ? rendered
                : pixel(message).map(pixel -> new Rendered(rendered.subject(), rendered.text(),
                        TrackedHtml.of(rendered.html(), href -> click(message, href), pixel.toString()))).orElse(rendered);
    }

    Optional<URI> pixel(UUID message) {
        return links.of("track-open", Purpose.OPEN, new SignedLink(message, ""));
    }

    /// Empty for what is left as it is.
    Optional<URI> click(UUID message, String href) {
        return target(href).filter(target -> !links.isOurs(target))
                .flatMap(target -> links.of("track-click", Purpose.CLICK, new SignedLink(message, target.toString())));
    }

    Optional<UUID> opened(String token) {
        return links.read(Purpose.OPEN, token).filter(link -> link.rest().isEmpty()).map(SignedLink::message);
    }

    Optional<SignedLink> clicked(String token) {
        return links.read(Purpose.CLICK, token).filter(link -> target(link.rest()).isPresent());
    }

    /// A page of the web, in the ASCII that a header can carry; empty for anything else.
    static Optional<URI> target(String href) {
        try {
            var target = URI.create(URI.create(href).toASCIIString());
            var isWeb = "https".equalsIgnoreCase(target.getScheme()) || "http".equalsIgnoreCase(target.getScheme());
            return isWeb && target.getHost() != null && target.toString().length() <= LONGEST_TARGET ? Optional.of(target) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
