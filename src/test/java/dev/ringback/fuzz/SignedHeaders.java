package dev.ringback.fuzz;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.ringback.engine.inbox.StandardWebhooks;
import dev.ringback.engine.security.Digests;

import static java.nio.charset.StandardCharsets.UTF_8;

/// The headers by which a provider proves a call, with the secrets of the tests.
final class SignedHeaders {

    /// Those of which we know how.
    static final List<String> PROVIDERS = List.of("mail", "resend", "postmark", "meta-whatsapp", "stripe", "voice-agent");

    private SignedHeaders() {}

    /// @param event     where the provider's headers name one
    /// @param timestamp in seconds since 1970
    static Map<String, String> of(String provider, String event, String timestamp, byte[] body) {
        return new LinkedHashMap<>(switch (provider) {
            case "mail" -> standard("webhook", "whsec_bG9jYWwtb25seS1tYWlsLWhvb2s=", new Event(event, timestamp), body);
            case "resend" -> standard("svix", "whsec_bG9jYWwtb25seS1yZXNlbmQtaG9vaw==", new Event(event, timestamp), body);
            case "postmark" -> Map.of("authorization", "Basic cG9zdG1hcms6bG9jYWwtb25seS1wb3N0bWFyaw==");
            case "meta-whatsapp" -> Map.of("x-hub-signature-256", "sha256=" + hmac("local-only-meta", "", body));
            case "stripe" -> Map.of("stripe-signature", "t=%s,v1=%s".formatted(timestamp, hmac("whsec_local-only-stripe", timestamp + ".", body)));
            case "voice-agent" -> Map.of("elevenlabs-signature",
                    "t=%s,v0=%s".formatted(timestamp, hmac("local-only-voice-agent", timestamp + ".", body)));
            default -> throw new IllegalArgumentException(provider);
        });
    }

    private record Event(String id, String timestamp) {}

    private static Map<String, String> standard(String prefix, String secret, Event event, byte[] body) {
        return Map.of(prefix + "-id", event.id, prefix + "-timestamp", event.timestamp,
                prefix + "-signature", StandardWebhooks.sign(event.id, event.timestamp, body, secret));
    }

    private static String hmac(String secret, String before, byte[] body) {
        var prefix = before.getBytes(UTF_8);
        var content = new byte[prefix.length + body.length];
        System.arraycopy(prefix, 0, content, 0, prefix.length);
        System.arraycopy(body, 0, content, prefix.length, body.length);
        return Digests.hex(Digests.hmacSha256(secret.getBytes(UTF_8), content));
    }
}
