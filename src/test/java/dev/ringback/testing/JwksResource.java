package dev.ringback.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/// The project's public keys over HTTP, as Supabase's Auth serves them, and their private halves for [Tokens]. Counts who
/// fetches. Kept in system properties, because Quarkus loads this class once more for each profile.
@QuarkusTestResource(JwksResource.class)
public final class JwksResource implements QuarkusTestResourceLifecycleManager {

    static final String ES256_KEY_ID = "test-es256";
    static final String RS256_KEY_ID = "test-rs256";

    private static final String PATH = "/auth/v1/.well-known/jwks.json";
    private static final String URL = "ringback.test.jwks.url";
    private static final String KEYS = "ringback.test.jwks.keys";
    private static final String FETCHES = "ringback.test.jwks.fetches";
    private static final int RSA_BITS = 2048;

    @Override
    public Map<String, String> start() {
        startOnce();
        return Map.of("ringback.security.jwks-url", System.getProperty(URL));
    }

    /// The server stays for the next profile and ends with the JVM.
    @Override
    public void stop() {}

    /// How often anybody fetched the keys since the JVM began.
    public static int fetches() {
        return Integer.getInteger(FETCHES, 0);
    }

    /// Both halves of a key of the project.
    static PublicJsonWebKey key(String keyId) {
        startOnce();
        try {
            return (PublicJsonWebKey) new JsonWebKeySet(System.getProperty(KEYS)).findJsonWebKey(keyId, null, null, null);
        } catch (JoseException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static synchronized void startOnce() {
        if (System.getProperty(URL) != null) {
            return;
        }
        try {
            var keys = new JsonWebKeySet(List.of(named(EcJwkGenerator.generateJwk(EllipticCurves.P256), ES256_KEY_ID),
                    named(RsaJwkGenerator.generateJwk(RSA_BITS), RS256_KEY_ID)));
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext(PATH, exchange -> answer(exchange, keys.toJson(OutputControlLevel.PUBLIC_ONLY)));
            server.start();
            System.setProperty(KEYS, keys.toJson(OutputControlLevel.INCLUDE_PRIVATE));
            System.setProperty(URL, "http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), PATH));
        } catch (IOException | JoseException failure) {
            throw new UncheckedIOException(new IOException("cannot serve keys", failure));
        }
    }

    private static PublicJsonWebKey named(PublicJsonWebKey key, String keyId) {
        key.setKeyId(keyId);
        return key;
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        System.setProperty(FETCHES, Integer.toString(fetches() + 1));
        var body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("content-type", "application/json");
        exchange.getResponseHeaders().add("cache-control", "public, max-age=600");
        exchange.sendResponseHeaders(200, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
