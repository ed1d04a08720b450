package dev.ringback.engine.signature;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/// ECDSA P-256 over time and body, nothing between them:
/// <https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/getting-started-event-webhook-security-features>. The body's
/// last line end is signed too.
///
/// @param publicKeys base64 of X.509, as SendGrid's settings show it
public record SendGridSignature(List<String> publicKeys) implements Signature {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final String HEADER = "x-twilio-email-event-webhook-";

    public SendGridSignature {
        publicKeys = Proof.secrets(publicKeys);
        publicKeys.forEach(SendGridSignature::key);
    }

    @Override
    public boolean verifies(HookCall call, Instant now) {
        return call.header(HEADER + "timestamp").filter(at -> Proof.isRecent(at, TOLERANCE, now))
                .flatMap(at -> call.header(HEADER + "signature").flatMap(Proof::canonicalBase64)
                        .filter(signature -> isSigned(Proof.joined(at, call.body()), signature)))
                .isPresent();
    }

    private boolean isSigned(byte[] content, byte[] signature) {
        return publicKeys.stream().map(SendGridSignature::key).anyMatch(key -> isSigned(key, content, signature));
    }

    private static boolean isSigned(PublicKey key, byte[] content, byte[] signature) {
        try {
            var verifier = java.security.Signature.getInstance("SHA256withECDSA");
            verifier.initVerify(key);
            verifier.update(content);
            return verifier.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    private static PublicKey key(String base64) {
        try {
            var encoded = Base64.getDecoder().decode(base64);
            var factory = KeyFactory.getInstance("EC");
            var given = (ECPublicKey) factory.generatePublic(new X509EncodedKeySpec(encoded));
            var key = factory.generatePublic(new ECPublicKeySpec(given.getW(), given.getParams()));
            if (!Proof.same(key.getEncoded(), encoded)) {
                throw new IllegalArgumentException("written otherwise than it would be");
            }
            return key;
        } catch (GeneralSecurityException | IllegalArgumentException noKey) {
            throw new IllegalStateException("a public key of SendGrid is no base64 of an X.509 key", noKey);
        }
    }
}
