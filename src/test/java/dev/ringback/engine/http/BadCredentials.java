package dev.ringback.engine.http;

import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import dev.ringback.engine.inbox.StandardWebhooks;
import dev.ringback.testing.Tokens;

import static dev.ringback.engine.http.BadRequest.HOOK;
import static dev.ringback.engine.http.BadRequest.LEADS;
import static dev.ringback.engine.http.BadRequest.REGISTER;
import static dev.ringback.engine.http.BadRequest.SUBMIT;
import static dev.ringback.engine.http.BadRequest.of;
import static java.nio.charset.StandardCharsets.UTF_8;

/// Requests of somebody who is not, or not any more, whom he claims to be.
final class BadCredentials {

    private static final String LEGACY = "UNAUTHORIZED_LEGACY_JWT";
    private static final String ASYMMETRIC = "UNAUTHORIZED_ASYMMETRIC_JWT";
    private static final String FORMAT = "UNAUTHORIZED_INVALID_JWT_FORMAT";
    private static final String UNSUPPORTED = "UNAUTHORIZED_UNSUPPORTED_TOKEN_ALGORITHM";
    private static final String API_KEY = "UNAUTHORIZED_INVALID_API_KEY";
    private static final String CLAIMS = "{\"sub\":\"x\",\"role\":\"authenticated\",\"exp\":1983812996}";

    private BadCredentials() {}

    static Stream<BadRequest> all() {
        return Stream.of(headers(), tokens(), claims(), keys(), hooks()).flatMap(cases -> cases);
    }

    private static Stream<BadRequest> headers() {
        return Stream.of(
                of("no credentials", "GET", LEADS).answers(401, "UNAUTHORIZED_NO_AUTH_HEADER"),
                of("no credentials to post with", "POST", SUBMIT).body("{}").answers(401, "UNAUTHORIZED_NO_AUTH_HEADER"),
                of("Basic", "GET", LEADS).with("Authorization", "Basic eDp5").answers(401, FORMAT),
                of("Bearer alone", "GET", LEADS).with("Authorization", "Bearer").answers(401, FORMAT),
                token("not a JWT", "x").answers(401, FORMAT),
                token("five parts", "a.b.c.d.e").answers(401, FORMAT),
                token("a header that is no base64", "!!!.e30.x").answers(401, FORMAT),
                token("a header that is no JSON", Tokens.pasted("alg: HS256", CLAIMS)).answers(401, FORMAT),
                token("a header that is an array", Tokens.pasted("[]", CLAIMS)).answers(401, FORMAT),
                token("an algorithm that is a number", Tokens.pasted("{\"alg\":5}", CLAIMS)).answers(401, FORMAT),
                token("a key id that is an object", Tokens.pasted("{\"alg\":\"ES256\",\"kid\":{}}", CLAIMS)).answers(401, FORMAT),
                of("a bad token where anybody may call", "GET", "/functions/v1/health").with("Authorization", "Bearer x").answers(401, FORMAT),
                token("a bad token beside a good key", "x").with("apikey", Tokens.SECRET_KEY).answers(401, FORMAT));
    }

    private static Stream<BadRequest> tokens() {
        var user = Tokens.claims(Map.of());
        return Stream.of(
                token("expired HS256", Tokens.hs256(Tokens.expired())).answers(401, LEGACY),
                token("expired ES256", Tokens.es256(Tokens.expired())).answers(401, ASYMMETRIC),
                token("expired RS256", Tokens.rs256(Tokens.expired())).answers(401, ASYMMETRIC),
                token("alg none", Tokens.unsigned(user)).answers(401, UNSUPPORTED),
                token("alg None", Tokens.pasted("{\"alg\":\"None\"}", CLAIMS)).answers(401, UNSUPPORTED),
                token("no alg", Tokens.pasted("{}", CLAIMS)).answers(401, UNSUPPORTED),
                token("PS256", Tokens.ps256(user)).answers(401, UNSUPPORTED),
                token("HS256 by the public key's JWK", Tokens.hs256(Tokens.publicJwk(), user)).answers(401, LEGACY),
                token("HS256 by the public key's PEM", Tokens.hs256(Tokens.publicPem(), user)).answers(401, LEGACY),
                token("HS256 by another secret", Tokens.hs256("another-secret-of-at-least-32-characters".getBytes(UTF_8), user))
                        .answers(401, LEGACY),
                token("an unknown key id", Tokens.unknownKeyId(UUID.randomUUID().toString())).answers(401, ASYMMETRIC),
                token("no key id", Tokens.unknownKeyId(null)).answers(401, ASYMMETRIC),
                token("the RSA key's id on ES256", Tokens.unknownKeyId("test-rs256")).answers(401, ASYMMETRIC),
                token("a signature cut off", withoutSignature(Tokens.es256(user))).answers(401, ASYMMETRIC),
                token("another's payload", forged(Tokens.es256(user))).answers(401, ASYMMETRIC));
    }

    private static Stream<BadRequest> claims() {
        return Stream.of(
                token("a custom role", Tokens.es256(Tokens.claims(Map.of("role", "postgres")))).answers(401, ASYMMETRIC),
                token("several roles", Tokens.hs256(Tokens.claims(Map.of("role", new String[]{"authenticated"})))).answers(401, LEGACY),
                token("not valid yet", Tokens.es256(Tokens.claims(Map.of("nbf", Instant.now().getEpochSecond() + 600)))).answers(401, ASYMMETRIC),
                token("an expiry that is a text", Tokens.hs256(Tokens.claims(Map.of("exp", "never")))).answers(401, LEGACY),
                token("a payload that is no object", Tokens.pasted("{\"alg\":\"HS256\"}", "[]")).answers(401, LEGACY));
    }

    private static Stream<BadRequest> keys() {
        return Stream.of(
                of("an unknown apikey", "GET", LEADS).with("apikey", "guess").answers(401, API_KEY),
                of("an unknown publishable key", "GET", LEADS).with("apikey", "sb_publishable_guess").answers(401, API_KEY),
                of("an unknown secret key as bearer", "GET", LEADS).with("Authorization", "Bearer sb_secret_guess").answers(401, API_KEY),
                of("a cut secret key", "POST", REGISTER).with("apikey", Tokens.SECRET_KEY.substring(0, 40)).answers(401, API_KEY),
                of("a wrong job secret", "POST", "/functions/v1/jobs/dispatch-due").with("x-job-secret", "guess").answers(401, API_KEY),
                of("a wrong job secret beside a good key", "POST", "/functions/v1/jobs/dispatch-due").with("x-job-secret", "guess")
                        .with("apikey", Tokens.SECRET_KEY).answers(401, API_KEY),
                token("an API key that nobody has", "rb_00000000_" + "A".repeat(43)).answers(401, API_KEY),
                of("the same in x-api-key", "GET", LEADS).with("x-api-key", "rb_00000000_" + "A".repeat(43)).answers(401, API_KEY),
                token("the placeholder of the document", "internal-api-key-placeholder").answers(401, FORMAT),
                of("the placeholder as apikey", "GET", LEADS).with("apikey", "internal-api-key-placeholder").answers(401, API_KEY),
                of("a digest for its key", "GET", LEADS).with("apikey", "sha256:" + "0".repeat(64)).answers(401, API_KEY),
                of("a client registers another", "POST", REGISTER).asClient().body("{}").answers(403, "FORBIDDEN"),
                of("a client runs a job", "POST", "/functions/v1/jobs/dispatch-due").asClient().answers(403, "FORBIDDEN"));
    }

    private static Stream<BadRequest> hooks() {
        var now = Instant.now().getEpochSecond();
        return Stream.of(
                hook("no signature"),
                signed("a wrong signature", now, "other body"),
                signed("a stale signature", now - 3_600, "From: a@b.example"),
                signed("a signature of the future", now + 3_600, "From: a@b.example"),
                hook("a signature that is none").with("webhook-id", "x").with("webhook-timestamp", "soon").with("webhook-signature", "é, v1 v1,"),
                hook("a signature by another secret").with("webhook-id", "x").with("webhook-timestamp", Long.toString(now))
                        .with("webhook-signature", StandardWebhooks.sign("x", Long.toString(now), "From: a@b.example".getBytes(UTF_8), "b3RoZXI=")),
                hook("a secret key instead of a signature").with("apikey", Tokens.SECRET_KEY),
                hook("no signature, but an idempotency key").with("Idempotency-Key", "once"))
                .map(request -> request.answers(401, "INVALID_SIGNATURE"));
    }

    private static BadRequest hook(String name) {
        return of(name, "POST", HOOK).with("content-type", "message/rfc822").body("From: a@b.example");
    }

    private static BadRequest signed(String name, long timestamp, String signedBody) {
        var secret = "whsec_bG9jYWwtb25seS1tYWlsLWhvb2s=";
        return hook(name).with("webhook-id", name).with("webhook-timestamp", Long.toString(timestamp))
                .with("webhook-signature", StandardWebhooks.sign(name, Long.toString(timestamp), signedBody.getBytes(UTF_8), secret));
    }

    private static BadRequest token(String name, String token) {
        return of(name, "GET", LEADS).with("Authorization", "Bearer " + token);
    }

    private static String withoutSignature(String token) {
        return token.substring(0, token.lastIndexOf('.') + 1);
    }

    private static String forged(String token) {
        var parts = token.split("\\.");
        return "%s.%s.%s".formatted(parts[0], Base64.getUrlEncoder().withoutPadding().encodeToString(CLAIMS.getBytes(UTF_8)), parts[2]);
    }
}
