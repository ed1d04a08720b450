package dev.ringback.engine.tracking;

import java.net.URI;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.http.Problem;
import dev.ringback.engine.link.SignedLink;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.time.Clock;

/// Keeps that something of a mail was fetched, before it is answered. What that means is decided later.
@ApplicationScoped
class TakeHit {

    private static final Logger LOG = Logger.getLogger(TakeHit.class);

    private final Database database;
    private final TrackingLinks links;
    private final TrackingRepository hits;
    private final TrackingConfig config;
    private final Clock clock;

    TakeHit(Database database, TrackingLinks links, TrackingRepository hits, TrackingConfig config, Clock clock) {
        this.database = database;
        this.links = links;
        this.hits = hits;
        this.config = config;
        this.clock = clock;
    }

    /// A forged token is nobody's hit.
    Uni<Void> open(String token, Visitor visitor) {
        return links.opened(token).map(message -> keep(new Hit(message, HitKind.OPEN, "", clock.instant(), visitor)))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /// Answers where the link leads.
    Uni<URI> click(String token, Visitor visitor) {
        var link = links.clicked(token).orElseThrow(() -> Problem.notFound("link", "of this kind"));
        return keep(hit(link, visitor)).replaceWith(URI.create(link.rest()));
    }

    private Hit hit(SignedLink link, Visitor visitor) {
        return new Hit(link.message(), HitKind.CLICK, link.rest(), clock.instant(), visitor);
    }

    // Whoever follows a link gets there, also while nothing can be kept.
    private Uni<Void> keep(Hit hit) {
        return database.asService(tx -> hits.store(tx, hit, config.most(), hit.at().plus(config.settle()))).replaceWithVoid()
                .onFailure().invoke(failure -> LOG.errorf("a hit is lost message=%s: %s", hit.message(), failure))
                .onFailure().recoverWithNull();
    }
}
