package dev.ringback.engine.signature;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import static java.nio.charset.StandardCharsets.UTF_8;

/// What the schemes have in common.
final class Proof {

    private Proof() {}

    /// In a time that does not depend on where they differ.
    static boolean same(String given, String expected) {
        return same(given.getBytes(UTF_8), expected.getBytes(UTF_8));
    }

    static boolean same(byte[] given, byte[] expected) {
        return MessageDigest.isEqual(given, expected);
    }

    /// @param timestamp seconds since 1970
    static boolean isRecent(String timestamp, Duration tolerance, Instant now) {
        return timestamp.matches("\\d{1,12}")
                && Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now).abs().compareTo(tolerance) <= 0;
    }

    static byte[] joined(String before, byte[] body) {
        var content = new ByteArrayOutputStream();
        content.writeBytes(before.getBytes(UTF_8));
        content.writeBytes(body);
        return content.toByteArray();
    }

    /// Empty for what is no base64, or is written otherwise than its bytes would be: the last character has bits that say nothing.
    static Optional<byte[]> canonicalBase64(String text) {
        try {
            var bytes = Base64.getDecoder().decode(text);
            return same(Base64.getEncoder().encodeToString(bytes), text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// @throws IllegalStateException for a secret that is empty, and so known to everybody
    static List<String> secrets(List<String> setting) {
        var secrets = setting.stream().map(String::strip).toList();
        if (secrets.stream().anyMatch(String::isEmpty)) {
            throw new IllegalStateException("a secret of a hook is empty");
        }
        return secrets;
    }
}
