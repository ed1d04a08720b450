package dev.ringback.engine.message;

import dev.ringback.engine.policy.Verdict;

/// Why a message was not sent, as it is kept on its row.
///
/// @param status the final status; `planned` where it only waits
/// @param reason machine-readable
/// @param rule   which rule decided
public record Decision(String status, String reason, String rule) {

    public static final Decision PLANNED = new Decision("planned", null, null);

    /// A pack's own reason not to write.
    public static Decision withheld(String reason) {
        return new Decision("skipped", reason, "pack");
    }

    public static Decision suppressed(String reason) {
        return new Decision("suppressed", reason, "suppression");
    }

    public static Decision failed(String reason, String rule) {
        return new Decision("failed", reason, rule);
    }

    /// The provider did not take it this time; it certainly did not leave.
    public static Decision notTaken(String reason) {
        return new Decision("planned", reason, "provider");
    }

    public static Decision of(Verdict.Refuse refusal) {
        return new Decision(refusal.rule().equals("suppression") ? "suppressed" : "skipped", refusal.reason(), refusal.rule());
    }

    public static Decision waiting(Verdict.Defer deferral) {
        return new Decision("planned", deferral.reason(), deferral.rule());
    }
}
