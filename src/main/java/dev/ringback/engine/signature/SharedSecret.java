package dev.ringback.engine.signature;

import java.time.Instant;
import java.util.Base64;
import java.util.List;

import static java.nio.charset.StandardCharsets.UTF_8;

/// `user:password` of HTTP Basic (RFC 7617), as it stands in the address that the provider was given, or the same in the header
/// `x-hook-secret`: for those that sign nothing, Postmark and SendGrid's inbound parse.
public record SharedSecret(List<String> credentials) implements Signature {

    private static final int LEAST_CHARS = 16;
    private static final String BASIC = "Basic ";

    /// @throws IllegalStateException for credentials that somebody could guess
    public SharedSecret {
        credentials = Proof.secrets(credentials);
        if (credentials.stream().anyMatch(credential -> credential.length() < LEAST_CHARS)) {
            throw new IllegalStateException("credentials of a hook are shorter than %d characters".formatted(LEAST_CHARS));
        }
    }

    @Override
    public boolean verifies(HookCall call, Instant now) {
        var basic = call.header("authorization").filter(value -> value.startsWith(BASIC)).map(value -> value.substring(BASIC.length()));
        var plain = call.header("x-hook-secret");
        return credentials.stream().anyMatch(credential -> basic.filter(given -> Proof.same(given, encoded(credential))).isPresent()
                || plain.filter(given -> Proof.same(given, credential)).isPresent());
    }

    private static String encoded(String credential) {
        return Base64.getEncoder().encodeToString(credential.getBytes(UTF_8));
    }
}
