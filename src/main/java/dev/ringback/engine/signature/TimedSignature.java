package dev.ringback.engine.signature;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import dev.ringback.engine.security.Digests;

import static java.nio.charset.StandardCharsets.UTF_8;

/// One header `t=<seconds>,<version>=<hex>`, HMAC-SHA256 with the secret as it is written over `<seconds>.<body>`.
///
/// @param version the name of the signatures that count; others are skipped
public record TimedSignature(String header, String version, Duration tolerance, List<String> secrets) implements Signature {

    public TimedSignature {
        secrets = Proof.secrets(secrets);
    }

    /// <https://docs.stripe.com/webhooks/signature>; the secret begins with `whsec_` and is not decoded.
    public static TimedSignature stripe(List<String> secrets) {
        return new TimedSignature("stripe-signature", "v1", Duration.ofMinutes(5), secrets);
    }

    /// <https://elevenlabs.io/docs/agents-platform/workflows/post-call-webhooks>.
    public static TimedSignature voiceAgent(List<String> secrets) {
        return new TimedSignature("elevenlabs-signature", "v0", Duration.ofMinutes(30), secrets);
    }

    @Override
    public boolean verifies(HookCall call, Instant now) {
        var parts = call.header(header).map(value -> Arrays.stream(value.split(",")).map(String::strip).toList()).orElse(List.of());
        var times = values(parts, "t");
        return times.size() == 1 && Proof.isRecent(times.getFirst(), tolerance, now) && isSigned(times.getFirst(), call, values(parts, version));
    }

    private boolean isSigned(String time, HookCall call, List<String> given) {
        var content = Proof.joined(time + ".", call.body());
        return secrets.stream().map(secret -> Digests.hex(Digests.hmacSha256(secret.getBytes(UTF_8), content)))
                .anyMatch(expected -> given.stream().anyMatch(signature -> Proof.same(signature, expected)));
    }

    private static List<String> values(List<String> parts, String name) {
        return parts.stream().filter(part -> part.startsWith(name + "=")).map(part -> part.substring(name.length() + 1)).toList();
    }
}
