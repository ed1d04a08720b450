package dev.ringback.engine.inbox;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.ringback.engine.security.Digests;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Signatures by the Standard Webhooks specification: HMAC-SHA256 over `id.timestamp.body`, as Svix, Resend and Supabase use
/// them too.
public final class StandardWebhooks {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final String VERSION = "v1,";
    private static final int LEAST_KEY_BYTES = 16;
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern BEFORE_KEY = Pattern.compile("^(v1,)?(whsec_)?");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");

    private StandardWebhooks() {}

    /// @param id        the header `webhook-id`
    /// @param timestamp the header `webhook-timestamp`, in seconds since 1970
    /// @param signature the header `webhook-signature`: one or more, separated by blanks, or by comma and blank
    public record Signed(String id, String timestamp, String signature, byte[] body) {}

    /// The secrets of a setting that is a list: its commas also part the `v1,` from the `whsec_` of a secret that was pasted as
    /// Supabase shows it, and what is left of that, `v1`, is base64 too and a key that anybody can guess.
    ///
    /// @throws IllegalStateException when a secret is no base64 or shorter than 16 bytes
    public static List<String> secrets(List<String> setting) {
        var secrets = setting.stream().map(String::strip).filter(part -> !part.equals("v1")).toList();
        if (!secrets.stream().allMatch(StandardWebhooks::isSecret)) {
            throw new IllegalStateException("a webhook secret is no base64 of at least %d bytes".formatted(LEAST_KEY_BYTES));
        }
        return secrets;
    }

    /// Whether any of the signatures is by any of the secrets and not older or newer than five minutes.
    public static boolean verify(Signed signed, List<String> secrets, Instant now) {
        if (Stream.of(signed.id(), signed.timestamp(), signed.signature()).anyMatch(header -> header == null || header.isBlank())
                || signed.body() == null || !recent(signed.timestamp(), now)) {
            return false;
        }
        var given = Arrays.stream(BLANKS.split(signed.signature())).map(StandardWebhooks::withoutComma).toList();
        return secrets.stream()
                .map(secret -> sign(signed.id(), signed.timestamp(), signed.body(), secret))
                .filter(expected -> given.stream().filter(token -> same(token, expected)).count() > 0)
                .count() > 0;
    }

    /// @param secret base64, with or without `v1,` and `whsec_` before it
    /// @return the header's token, `v1,` and base64
    public static String sign(String id, String timestamp, byte[] body, String secret) {
        // Not ASCII: it would turn every other character into the same one, and two ids into one signature.
        var before = (id + "." + timestamp + ".").getBytes(UTF_8);
        return VERSION + Base64.getEncoder().encodeToString(Digests.hmacSha256(key(secret), before, body));
    }

    private static String withoutComma(String token) {
        return token.endsWith(",") ? token.substring(0, token.length() - 1) : token;
    }

    private static boolean isSecret(String text) {
        try {
            return key(text).length >= LEAST_KEY_BYTES;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static byte[] key(String secret) {
        return Base64.getDecoder().decode(BEFORE_KEY.matcher(secret).replaceFirst(""));
    }

    private static boolean recent(String timestamp, Instant now) {
        if (!SECONDS.matcher(timestamp).matches()) {
            return false;
        }
        var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now).abs();
        return age.compareTo(TOLERANCE) <= 0;
    }

    private static boolean same(String given, String expected) {
        return MessageDigest.isEqual(given.getBytes(UTF_8), expected.getBytes(UTF_8));
    }
}
