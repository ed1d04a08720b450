package dev.ringback.engine.signature;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.vertx.core.json.JsonObject;

import dev.ringback.engine.security.Digests;

import static java.nio.charset.StandardCharsets.UTF_8;

/// HMAC-SHA256 over time and token, inside the body: <https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/securing-webhooks>.
/// The body itself is not signed: whoever saw one call could send another under its token, so a token counts once, by the inbox's
/// unique key.
public final class MailgunSignature implements Signature {

    // Mailgun repeats a call that failed for eight hours.
    private static final Duration TOLERANCE = Duration.ofHours(8).plusMinutes(5);

    private final List<String> signingKeys;

    public MailgunSignature(List<String> signingKeys) {
        this.signingKeys = Proof.secrets(signingKeys);
    }

    @Override
    public boolean verifies(HookCall call, Instant now) {
        return signed(call).filter(signed -> Proof.isRecent(signed.timestamp(), TOLERANCE, now) && isSigned(signed)).isPresent();
    }

    /// Names the call; empty where it has none.
    public static Optional<String> token(HookCall call) {
        return signed(call).map(Signed::token);
    }

    private record Signed(String timestamp, String token, String signature) {}

    private boolean isSigned(Signed signed) {
        var content = (signed.timestamp() + signed.token()).getBytes(UTF_8);
        return signingKeys.stream().map(key -> Digests.hex(Digests.hmacSha256(key.getBytes(UTF_8), content)))
                .anyMatch(expected -> Proof.same(signed.signature(), expected));
    }

    private static Optional<Signed> signed(HookCall call) {
        return call.contentType().startsWith("application/json") ? inJson(call) : inForm(Form.of(call));
    }

    private static Optional<Signed> inJson(HookCall call) {
        try {
            return Optional.ofNullable(new JsonObject(new String(call.body(), UTF_8)).getJsonObject("signature"))
                    .filter(signed -> signed.getValue("timestamp") != null && signed.getValue("token") != null
                            && signed.getValue("signature") != null)
                    .map(signed -> new Signed(signed.getValue("timestamp").toString(), signed.getString("token"), signed.getString("signature")));
        } catch (RuntimeException noSignature) {
            return Optional.empty();
        }
    }

    private static Optional<Signed> inForm(Form form) {
        return form.only("timestamp").flatMap(at -> form.only("token").flatMap(token -> form.only("signature")
                .map(signature -> new Signed(at, token, signature))));
    }
}
