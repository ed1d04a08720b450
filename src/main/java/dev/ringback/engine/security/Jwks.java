package dev.ringback.engine.security;

import java.net.URI;
import java.security.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.ext.web.client.WebClient;

import dev.ringback.engine.http.Problem;
import dev.ringback.engine.time.Clock;

/// The project's public keys: inline, or fetched and kept ten minutes as the project's own answer allows. An unknown key id
/// fetches again, though not more often than the cool-down, since anybody can invent key ids. So does a failed fetch.
@ApplicationScoped
class Jwks {

    private static final Logger LOG = Logger.getLogger(Jwks.class);
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration COOL_DOWN = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String PATH = "/auth/v1/.well-known/jwks.json";

    private final Optional<URI> url;
    private final WebClient client;
    private final Clock clock;
    private final AtomicReference<Fetched> fetched;

    Jwks(SecurityConfig config, Vertx vertx, Clock clock) {
        this.url = config.jwks().isPresent() ? Optional.empty() : config.jwksUrl().or(() -> config.supabaseUrl().map(base -> base.resolve(PATH)));
        this.client = WebClient.create(vertx);
        this.clock = clock;
        this.fetched = new AtomicReference<>(config.jwks().map(inline -> new Fetched(parsed(inline), Instant.EPOCH, Instant.EPOCH)).orElse(null));
    }

    /// Answers empty for a key id that the project does not have.
    Uni<Optional<Key>> find(String keyId, String algorithm) {
        var known = fetched.get();
        if (known != null
                && (url.isEmpty() || within(KEPT, known.at()) && known.key(keyId, algorithm).isPresent() || within(COOL_DOWN, known.triedAt()))) {
            return Uni.createFrom().item(known.key(keyId, algorithm));
        }
        return fetch().map(now -> now.key(keyId, algorithm));
    }

    private boolean within(Duration age, Instant since) {
        return since.plus(age).isAfter(clock.instant());
    }

    private Uni<Fetched> fetch() {
        var from = url.orElseThrow(() -> new Problem(500, "WORKER_ERROR", "No public keys are configured for user tokens"));
        var began = clock.instant();
        // Noted before it is tried: whoever comes meanwhile takes the last keys, and a project that is down is not stormed.
        fetched.updateAndGet(known -> known == null ? null : known.triedAgain(began));
        return client.getAbs(from.toString()).timeout(PATIENCE.toMillis()).send()
                .map(response -> new Fetched(parsed(response.bodyAsString()), began, began))
                .invoke(fetched::set)
                .onFailure().recoverWithUni(this::stale);
    }

    // Keys that were right a while ago are better than nobody signed in while the project restarts.
    private Uni<Fetched> stale(Throwable failure) {
        LOG.warn("public keys not fetched", failure);
        var known = fetched.get();
        return known != null
                ? Uni.createFrom().item(known)
                : Uni.createFrom().failure(new Problem(503, "JWKS_UNAVAILABLE", "The project's public keys cannot be fetched"));
    }

    private static List<JsonWebKey> parsed(String json) {
        try {
            var keys = json.stripLeading().startsWith("[") ? "{\"keys\":%s}".formatted(json) : json;
            return new JsonWebKeySet(keys).getJsonWebKeys();
        } catch (JoseException unreadable) {
            throw new IllegalArgumentException("not a JSON Web Key Set", unreadable);
        }
    }

    /// @param triedAt when it was last tried to have newer ones
    private record Fetched(List<JsonWebKey> keys, Instant at, Instant triedAt) {

        Fetched triedAgain(Instant now) {
            return new Fetched(keys, at, now);
        }

        // The key's type must be the algorithm's: the secret that Supabase's tools put into the set verifies nothing here.
        Optional<Key> key(String keyId, String algorithm) {
            Class<?> type = algorithm.equals("ES256") ? EllipticCurveJsonWebKey.class : RsaJsonWebKey.class;
            return keys.stream().filter(type::isInstance).filter(key -> keyId != null && keyId.equals(key.getKeyId())).map(JsonWebKey::getKey)
                    .findFirst();
        }
    }
}
