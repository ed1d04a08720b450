package dev.ringback.engine.security;

import java.net.URI;
import java.security.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.http.HttpServer;

import dev.ringback.engine.http.Problem;
import dev.ringback.engine.time.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JwksTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Vertx vertx = Vertx.vertx();
    private final SettableClock clock = new SettableClock();
    private final AtomicInteger fetches = new AtomicInteger();
    private HttpServer server;
    private volatile boolean down;
    private Jwks jwks;

    @BeforeEach
    void serve() throws JoseException {
        clock.set(Instant.parse("2026-03-02T12:00:00Z"));
        var key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        key.setKeyId("known");
        var json = new JsonWebKeySet(List.of(key)).toJson(OutputControlLevel.PUBLIC_ONLY);
        server = vertx.createHttpServer().requestHandler(request -> {
            fetches.incrementAndGet();
            request.response().setStatusCode(down ? 503 : 200).endAndForget(down ? "{\"message\":\"upstream is gone\"}" : json);
        }).listen(0).await().atMost(PATIENCE);
        jwks = new Jwks(new Config(Optional.of(URI.create("http://127.0.0.1:" + server.actualPort()))), vertx, clock);
    }

    @AfterEach
    void close() {
        vertx.close().await().atMost(PATIENCE);
    }

    @Test
    void a_known_key_is_fetched_once_in_ten_minutes() {
        find("known");
        clock.advance(Duration.ofMinutes(9));
        find("known");
        assertThat(fetches).hasValue(1);

        clock.advance(Duration.ofMinutes(2));
        find("known");
        assertThat(fetches).hasValue(2);
    }

    @Test
    void an_unknown_key_id_fetches_once_more_but_not_within_the_cool_down() {
        find("known");
        clock.advance(Duration.ofSeconds(31));
        assertThat(find("made-up")).isEmpty();
        assertThat(fetches).hasValue(2);

        clock.advance(Duration.ofSeconds(29));
        assertThat(find("made-up")).isEmpty();
        assertThat(find("made-up-too")).isEmpty();
        assertThat(fetches).hasValue(2);
    }

    @Test
    void the_last_keys_hold_while_the_project_is_down_and_it_is_not_stormed() {
        find("known");
        down = true;
        clock.advance(Duration.ofMinutes(11));
        assertThat(find("known")).isPresent();
        assertThat(find("known")).isPresent();
        assertThat(find("made-up")).isEmpty();
        assertThat(fetches).hasValue(2);

        down = false;
        clock.advance(Duration.ofSeconds(31));
        assertThat(find("known")).isPresent();
        assertThat(fetches).hasValue(3);
    }

    @Test
    void without_any_keys_a_project_that_is_down_is_no_fault_of_the_caller() {
        down = true;
        assertThatThrownBy(() -> find("known"))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status()).isEqualTo(503));
        down = false;
        assertThat(find("known")).isPresent();
    }

    @Test
    void a_key_serves_its_own_algorithm_alone() {
        assertThat(jwks.find("known", "RS256").await().atMost(PATIENCE)).isEmpty();
        assertThat(jwks.find(null, "ES256").await().atMost(PATIENCE)).isEmpty();
    }

    private Optional<Key> find(String keyId) {
        return jwks.find(keyId, "ES256").await().atMost(PATIENCE);
    }

    private record Config(Optional<URI> jwksUrl) implements SecurityConfig {

        @Override
        public Optional<String> publishableKeys() {
            return Optional.empty();
        }

        @Override
        public Optional<String> publishableKey() {
            return Optional.empty();
        }

        @Override
        public Optional<String> secretKeys() {
            return Optional.empty();
        }

        @Override
        public Optional<String> secretKey() {
            return Optional.empty();
        }

        @Override
        public Optional<String> jwtSecret() {
            return Optional.empty();
        }

        @Override
        public Optional<String> anonKey() {
            return Optional.empty();
        }

        @Override
        public Optional<String> serviceRoleKey() {
            return Optional.empty();
        }

        @Override
        public Optional<String> jwks() {
            return Optional.empty();
        }

        @Override
        public Optional<URI> supabaseUrl() {
            return Optional.empty();
        }

        @Override
        public Optional<List<String>> jobSecrets() {
            return Optional.empty();
        }
    }
}
