package dev.ringback.testing;

import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import dev.ringback.engine.inbox.StandardWebhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Providers that call our hooks, each signing as it does.
public final class HookCaller {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";
    private static final String PUBLIC_URL = "http://localhost:8080/functions/v1/hooks/";
    private static final String TELNYX = "302e020100300506032b6570042204209d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
    private static final String SENDGRID = "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgVxS9RoSSr8d7E19lnXAV/fyfPIvrwS0Bj7P9Byu5RV+h"
            + "RANCAAQLCTf9I2YAE6e7FpC+GvsoAr0hXGJAjo+BbY3l6HiPTBdw8CM//w0qSIQREVl8hApK39Xuyk8pKQdHEqloLnWT";

    private HookCaller() {}

    /// @param event names it: the same again is the same event
    public static ValidatableResponse resend(String event, String json) {
        var now = seconds();
        return json(json).header("svix-id", event).header("svix-timestamp", now)
                .header("svix-signature", StandardWebhooks.sign(event, now, json.getBytes(UTF_8), "whsec_bG9jYWwtb25seS1yZXNlbmQtaG9vaw=="))
                .post(Api.path("hooks/resend")).then();
    }

    public static ValidatableResponse sendGrid(String json) {
        var now = seconds();
        return json(json).header("x-twilio-email-event-webhook-timestamp", now)
                .header("x-twilio-email-event-webhook-signature", signed("EC", "SHA256withECDSA", Base64.getDecoder().decode(SENDGRID), now + json))
                .post(Api.path("hooks/sendgrid")).then();
    }

    public static ValidatableResponse sendGridMail(Map<String, String> fields) {
        var request = RestAssured.given().auth().preemptive().basic("parse", "local-only-parse").contentType("multipart/form-data");
        fields.forEach((name, value) -> request.multiPart(name, value, "text/plain; charset=utf-8"));
        return request.post(Api.path("hooks/sendgrid")).then();
    }

    /// @param eventData the event alone; the signature is put around it
    public static ValidatableResponse mailgun(String token, String eventData) {
        var now = seconds();
        return json("{\"signature\": {\"timestamp\": \"%s\", \"token\": \"%s\", \"signature\": \"%s\"}, \"event-data\": %s}".formatted(now, token,
                hex(hmac("HmacSHA256", "local-only-mailgun", now + token)), eventData)).post(Api.path("hooks/mailgun")).then();
    }

    public static ValidatableResponse mailgunMail(String token, Map<String, String> fields) {
        var now = seconds();
        var form = new TreeMap<>(fields);
        form.putAll(Map.of("timestamp", now, "token", token, "signature", hex(hmac("HmacSHA256", "local-only-mailgun", now + token))));
        return form(encoded(form)).post(Api.path("hooks/mailgun")).then();
    }

    public static ValidatableResponse postmark(String json) {
        return json(json).auth().preemptive().basic("postmark", "local-only-postmark").post(Api.path("hooks/postmark")).then();
    }

    public static ValidatableResponse twilio(UUID message, Map<String, String> fields) {
        var query = message == null ? "" : "?message=" + message;
        var signed = PUBLIC_URL + "twilio" + query
                + new TreeMap<>(fields).entrySet().stream().map(field -> field.getKey() + field.getValue()).collect(Collectors.joining());
        return form(encoded(fields)).header("x-twilio-signature", base64(hmac("HmacSHA1", "local-only-twilio", signed)))
                .post(Api.path("hooks/twilio" + query)).then();
    }

    public static ValidatableResponse telnyx(UUID message, String json) {
        var now = seconds();
        return json(json).header("telnyx-timestamp", now)
                .header("telnyx-signature-ed25519", signed("Ed25519", "Ed25519", HexFormat.of().parseHex(TELNYX), now + "|" + json))
                .post(Api.path("hooks/telnyx" + (message == null ? "" : "?message=" + message))).then();
    }

    public static ValidatableResponse unsignedMeta(String json) {
        return json(json).header("x-hub-signature-256", "sha256=" + "0".repeat(64)).post(Api.path("hooks/meta-whatsapp")).then();
    }

    public static ValidatableResponse meta(String json) {
        return json(json).header("x-hub-signature-256", "sha256=" + hex(hmac("HmacSHA256", "local-only-meta", json)))
                .post(Api.path("hooks/meta-whatsapp")).then();
    }

    public static ValidatableResponse voiceAgent(String json) {
        var now = seconds();
        return json(json).header("elevenlabs-signature", "t=%s,v0=%s".formatted(now,
                hex(hmac("HmacSHA256", "local-only-voice-agent", now + "." + json)))).post(Api.path("hooks/voice-agent")).then();
    }

    public static ValidatableResponse stripe(String json) {
        var now = seconds();
        return json(json).header("stripe-signature", "t=%s,v1=%s".formatted(now,
                hex(hmac("HmacSHA256", "whsec_local-only-stripe", now + "." + json)))).post(Api.path("hooks/stripe")).then();
    }

    private static RequestSpecification json(String json) {
        return RestAssured.given().contentType(JSON).body(json.getBytes(UTF_8));
    }

    private static RequestSpecification form(String encoded) {
        var asItIs = EncoderConfig.encoderConfig().encodeContentTypeAs(FORM, ContentType.TEXT);
        return RestAssured.given().config(RestAssured.config().encoderConfig(asItIs)).contentType(FORM).body(encoded);
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream().map(field -> URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String seconds() {
        return Long.toString(Api.now().getEpochSecond());
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] hmac(String algorithm, String key, String content) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), algorithm));
            return mac.doFinal(content.getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String signed(String key, String algorithm, byte[] pkcs8, String content) {
        try {
            PrivateKey secret = KeyFactory.getInstance(key).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            var signer = Signature.getInstance(algorithm);
            signer.initSign(secret);
            signer.update(content.getBytes(UTF_8));
            return base64(signer.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
