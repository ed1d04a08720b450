package dev.ringback.engine.signature;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/// Ed25519 over `<seconds>|<body>`: <https://developers.telnyx.com/docs/messaging/messages/receiving-webhooks>.
///
/// @param publicKeys base64 of the 32 bytes, as Telnyx' portal shows it
public record TelnyxSignature(List<String> publicKeys) implements Signature {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    // RFC 8410 §4: what stands before the bytes of a key in X.509.
    private static final String X509 = "302a300506032b6570032100";

    public TelnyxSignature {
        publicKeys = Proof.secrets(publicKeys);
        publicKeys.forEach(TelnyxSignature::key);
    }

    @Override
    public boolean verifies(HookCall call, Instant now) {
        return call.header("telnyx-timestamp").filter(at -> Proof.isRecent(at, TOLERANCE, now))
                .flatMap(at -> call.header("telnyx-signature-ed25519").flatMap(Proof::canonicalBase64)
                        .filter(signature -> isSigned(Proof.joined(at + "|", call.body()), signature)))
                .isPresent();
    }

    private boolean isSigned(byte[] content, byte[] signature) {
        return publicKeys.stream().map(TelnyxSignature::key).anyMatch(key -> isSigned(key, content, signature));
    }

    private static boolean isSigned(PublicKey key, byte[] content, byte[] signature) {
        try {
            var verifier = java.security.Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(content);
            return verifier.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    private static PublicKey key(String base64) {
        try {
            var raw = HexFormat.of().formatHex(Base64.getDecoder().decode(base64));
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(HexFormat.of().parseHex(X509 + raw)));
        } catch (GeneralSecurityException | IllegalArgumentException noKey) {
            throw new IllegalStateException("a public key of Telnyx is not the base64 of 32 bytes", noKey);
        }
    }
}
