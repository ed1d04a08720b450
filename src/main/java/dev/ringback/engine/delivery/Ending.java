package dev.ringback.engine.delivery;

import java.time.Instant;
import java.util.UUID;

import dev.ringback.engine.message.MessageStatus;
import dev.ringback.engine.policy.Verdict;

/// How an attempt at a message ended, as it is kept on its row, where no provider took it.
///
/// @param status  `PLANNED` where it only waits
/// @param rule    which rule decided
/// @param reason  machine-readable
/// @param until   null where its rule doesn't know
/// @param settled whether an uncertain message is given up
record Ending(UUID id, MessageStatus status, String rule, String reason, Instant until, boolean settled) {

    static final String UNCERTAIN = "uncertain";
    static final String PROVIDER = "provider";

    static Ending of(UUID id, Verdict.Refuse refusal) {
        var status = refusal.rule().equals("suppression") ? MessageStatus.SUPPRESSED : MessageStatus.SKIPPED;
        return new Ending(id, status, refusal.rule(), refusal.reason(), null, false);
    }

    /// An emergency stop has no end that it knows; when it is asked again is no promise.
    static Ending of(UUID id, MessageStatus status, Verdict.Defer deferral) {
        var until = deferral.rule().equals("brake") || deferral.rule().equals("environment") ? null : deferral.until();
        return new Ending(id, status, deferral.rule(), deferral.reason(), until, false);
    }

    /// Stopped while it was being submitted.
    static Ending cancelled(UUID id, String reason) {
        return new Ending(id, MessageStatus.CANCELLED, "reply", reason, null, false);
    }

    static Ending failed(UUID id, String rule, String reason) {
        return new Ending(id, MessageStatus.FAILED, rule, reason, null, false);
    }

    /// Nobody knows whether it left, and somebody will ask again.
    static Ending uncertain(UUID id, String reason, Instant until) {
        return new Ending(id, MessageStatus.UNCERTAIN, UNCERTAIN, reason, until, false);
    }

    /// Nobody knows whether it left, and nobody will ask again.
    static Ending settled(UUID id, String reason) {
        return new Ending(id, MessageStatus.UNCERTAIN, UNCERTAIN, reason, null, true);
    }

    /// Whether the provider refused it for good.
    boolean isProviders() {
        return status == MessageStatus.FAILED && rule.equals(PROVIDER);
    }

    Ending until(Instant instant) {
        return new Ending(id, status, rule, reason, instant, settled);
    }
}
