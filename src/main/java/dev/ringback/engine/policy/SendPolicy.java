package dev.ringback.engine.policy;

import java.time.Duration;
import java.time.Instant;

/// Whether a message may leave. Asked when it is planned and again when it is about to go; the statement that begins the
/// submission checks brake and suppression once more.
public final class SendPolicy {

    private static final Duration BRAKE_PAUSE = Duration.ofMinutes(5);

    private SendPolicy() {}

    public static Verdict decide(SendFacts facts, Instant now) {
        if (facts.brake().isPresent()) {
            return new Verdict.Defer(now.plus(BRAKE_PAUSE), "brake:" + facts.brake().get());
        }
        if (!allowed(facts)) {
            return new Verdict.Refuse("environment", "not_in_send_only_to");
        }
        if (facts.expiresAt() != null && !facts.expiresAt().isAfter(now)) {
            return new Verdict.Refuse("expiry", "expired");
        }
        if (facts.subjectRefusal().isPresent()) {
            return new Verdict.Refuse("subject", facts.subjectRefusal().get());
        }
        if (facts.suppression().isPresent()) {
            return new Verdict.Refuse("suppression", facts.suppression().get());
        }
        if (!facts.hasSender()) {
            return new Verdict.Refuse("capability", "no_sender_identity");
        }
        return new Verdict.SendNow();
    }

    // An entry is an address or, with a leading @, a domain.
    private static boolean allowed(SendFacts facts) {
        return facts.onlyTo().isEmpty() || facts.onlyTo().stream()
                .anyMatch(entry -> entry.startsWith("@") ? facts.to().endsWith(entry) : facts.to().equals(entry));
    }
}
