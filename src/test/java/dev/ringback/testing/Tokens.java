package dev.ringback.testing;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/// Tokens as Supabase's Auth makes them, and the project's keys of `application.properties`. Rightly signed ones by the name
/// of their algorithm; for the others there is [#signed].
public final class Tokens {

    public static final String PUBLISHABLE_KEY = "sb_publishable_ACJWlzQHlZjBrEguHvfOxg_3BJgxAaH";
    public static final String SECRET_KEY = "sb_secret_N7UND0UgjKTVK-Uodkm0Hg_xSvEMPvz";
    public static final String JOB_SECRET = "local-job-secret";
    public static final String LEGACY_SECRET = "super-secret-jwt-token-with-at-least-32-characters-long";

    /// What the Supabase CLI signs with [#LEGACY_SECRET]: the legacy keys, and a user of no client.
    public static final String ANON = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9"
            + ".eyJpc3MiOiJzdXBhYmFzZS1kZW1vIiwicm9sZSI6ImFub24iLCJleHAiOjE5ODM4MTI5OTZ9.CRXP1A7WOeoJeXxjNni43kdQwgnWNReilDMblYTn_I0";
    public static final String SERVICE_ROLE = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9"
            + ".eyJpc3MiOiJzdXBhYmFzZS1kZW1vIiwicm9sZSI6InNlcnZpY2Vfcm9sZSIsImV4cCI6MTk4MzgxMjk5Nn0"
            + ".EGIM96RAZx35lJzdJsyH-qQwv8Hdp7fsn3W0YpN81IU";
    public static final String USER = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9"
            + ".eyJzdWIiOiIxMTExMTExMS0xMTExLTExMTEtMTExMS0xMTExMTExMTExMTEiLCJhdWQiOiJhdXRoZW50aWNhdGVkIiwicm9sZSI6ImF1dGhlbnRpY2F0ZWQi"
            + "LCJpc3MiOiJodHRwOi8vMTI3LjAuMC4xOjU0MzIxL2F1dGgvdjEiLCJleHAiOjE5ODM4MTI5OTZ9.tpV8N8JgDSQtDjCI--MuRciy6EPvb4_vkGQvarpC3-w";

    private Tokens() {}

    /// A signed-in user's claims for an hour, with some of them other than usual.
    public static Map<String, Object> claims(Map<String, Object> changes) {
        var now = Instant.now();
        var claims = new HashMap<String, Object>(Map.of("iss", "http://127.0.0.1:54321/auth/v1", "aud", "authenticated", "role", "authenticated",
                "sub", UUID.randomUUID().toString(), "aal", "aal1", "session_id", UUID.randomUUID().toString(), "is_anonymous", false,
                "iat", now.getEpochSecond(), "exp", now.plus(Duration.ofHours(1)).getEpochSecond()));
        claims.putAll(changes);
        return claims;
    }

    /// A user whom the project's owner has given to a client.
    public static Map<String, Object> claimsOf(UUID clientId) {
        return claims(Map.of("app_metadata", Map.of("client_id", clientId.toString())));
    }

    public static Map<String, Object> expired() {
        return claims(Map.of("exp", Instant.now().minus(Duration.ofMinutes(5)).getEpochSecond()));
    }

    public static String es256(Map<String, Object> claims) {
        return signed("ES256", JwksResource.key(JwksResource.ES256_KEY_ID).getPrivateKey(), JwksResource.ES256_KEY_ID, claims);
    }

    public static String rs256(Map<String, Object> claims) {
        return signed("RS256", JwksResource.key(JwksResource.RS256_KEY_ID).getPrivateKey(), JwksResource.RS256_KEY_ID, claims);
    }

    public static String ps256(Map<String, Object> claims) {
        return signed("PS256", JwksResource.key(JwksResource.RS256_KEY_ID).getPrivateKey(), JwksResource.RS256_KEY_ID, claims);
    }

    public static String hs256(Map<String, Object> claims) {
        return hs256(LEGACY_SECRET.getBytes(StandardCharsets.UTF_8), claims);
    }

    public static String hs256(byte[] secret, Map<String, Object> claims) {
        return signed("HS256", new HmacKey(secret), null, claims);
    }

    /// Rightly signed by nobody's key under a key id that the project may not have.
    public static String unknownKeyId(String keyId) {
        return signed("ES256", JwksResource.key(JwksResource.ES256_KEY_ID).getPrivateKey(), keyId, claims(Map.of()));
    }

    public static String unsigned(Map<String, Object> claims) {
        return signed("none", null, null, claims);
    }

    /// The project's public RSA key as everybody can fetch it: the bytes that an attacker has for an HMAC.
    public static byte[] publicJwk() {
        return JwksResource.key(JwksResource.RS256_KEY_ID).toJson(OutputControlLevel.PUBLIC_ONLY).getBytes(StandardCharsets.UTF_8);
    }

    /// The same as PEM.
    public static byte[] publicPem() {
        var der = JwksResource.key(JwksResource.RS256_KEY_ID).getPublicKey().getEncoded();
        var lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(der);
        return "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n".formatted(lines).getBytes(StandardCharsets.UTF_8);
    }

    /// Any header before any payload, with a signature of made-up bytes.
    public static String pasted(String header, String payload) {
        return "%s.%s.c2lnbmF0dXJl".formatted(base64(header), base64(payload));
    }

    private static String signed(String algorithm, Key key, String keyId, Map<String, Object> claims) {
        var token = new JsonWebSignature();
        token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        token.setDoKeyValidation(false);
        token.setAlgorithmHeaderValue(algorithm);
        token.setHeader("typ", "JWT");
        if (keyId != null) {
            token.setKeyIdHeaderValue(keyId);
        }
        token.setKey(key);
        token.setPayload(JsonUtil.toJson(claims));
        try {
            return token.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
