package dev.ringback.engine.signature;

import java.time.Instant;
import java.util.List;

import dev.ringback.engine.security.Digests;

import static java.nio.charset.StandardCharsets.UTF_8;

/// `X-Hub-Signature-256: sha256=<hex>`, HMAC-SHA256 over the body:
/// <https://developers.facebook.com/docs/graph-api/webhooks/getting-started#event-notifications>. Signs no time.
///
/// @param appSecrets of the app
public record MetaSignature(List<String> appSecrets) implements Signature {

    public MetaSignature {
        appSecrets = Proof.secrets(appSecrets);
    }

    @Override
    public boolean verifies(HookCall call, Instant now) {
        return call.header("x-hub-signature-256")
                .filter(given -> appSecrets.stream().anyMatch(secret -> Proof.same(given, expected(secret, call)))).isPresent();
    }

    private static String expected(String secret, HookCall call) {
        return "sha256=" + Digests.hex(Digests.hmacSha256(secret.getBytes(UTF_8), call.body()));
    }
}
