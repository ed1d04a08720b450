package dev.ringback.engine.security;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/// A tenant's API key: `rb_<prefix>_<43 random characters>`. Shown once, kept as a digest; nothing of another form ever
/// authenticates, so a placeholder in a table opens nothing.
public record ApiKey(String plain) {

    private static final Pattern FORM = Pattern.compile("rb_[a-z0-9]{4,16}_[A-Za-z0-9_-]{43}");
    private static final int PREFIX_BYTES = 4;
    private static final int RANDOM_BYTES = 32;

    /// @throws IllegalArgumentException when the text has not the form of a key
    public ApiKey {
        if (!looksLike(plain)) {
            throw new IllegalArgumentException("not an API key");
        }
    }

    public static ApiKey random(SecureRandom random) {
        var prefix = new byte[PREFIX_BYTES];
        var secret = new byte[RANDOM_BYTES];
        random.nextBytes(prefix);
        random.nextBytes(secret);
        return new ApiKey("rb_%s_%s".formatted(Digests.hex(prefix), Base64.getUrlEncoder().withoutPadding().encodeToString(secret)));
    }

    public static boolean looksLike(String text) {
        return FORM.matcher(text).matches();
    }

    /// As it stands in the table: `sha256:` and the digest in hex.
    public String digest() {
        return "sha256:" + Digests.hex(Digests.sha256(plain));
    }

    @Override
    public String toString() {
        return plain.substring(0, plain.indexOf('_', "rb_".length())) + "_…";
    }
}
