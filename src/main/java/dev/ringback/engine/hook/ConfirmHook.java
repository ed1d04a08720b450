package dev.ringback.engine.hook;

import java.security.MessageDigest;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.ringback.engine.http.Problem;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Shows Meta that the address is ours: <https://developers.facebook.com/docs/graph-api/webhooks/getting-started#verification-requests>.
@ApplicationScoped
class ConfirmHook {

    private static final String CHALLENGE = "[A-Za-z0-9_.-]{1,256}";

    private final Optional<String> token;

    ConfirmHook(HookConfig config) {
        this.token = config.metaWhatsapp().verifyToken().filter(text -> !text.isBlank());
    }

    /// The challenge. Plain letters alone: it is shown as it came.
    String confirm(String mode, String given, String challenge) {
        if (!"subscribe".equals(mode) || given == null || challenge == null || !challenge.matches(CHALLENGE) || !isOurs(given)) {
            throw new Problem(403, "FORBIDDEN", "The token is not the one that was agreed");
        }
        return challenge;
    }

    private boolean isOurs(String given) {
        return token.filter(ours -> MessageDigest.isEqual(ours.getBytes(UTF_8), given.getBytes(UTF_8))).isPresent();
    }
}
