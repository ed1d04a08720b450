package dev.ringback.engine.run;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What one run did.
///
/// @param remaining what was still to be done when it ended
/// @param nextDue   when there will be more; null where nothing waits
public record JobReport(
        @Schema(examples = "dispatch-due") String job,
        @Schema(examples = "3") int claimed,
        @Schema(examples = "2") int done,
        @Schema(examples = "1") int snoozed,
        @Schema(examples = "0") int failed,
        @Schema(examples = "0") int cancelled,
        @Schema(examples = "1") long remaining,
        Instant nextDue) {

    /// Nothing was to be done.
    boolean isIdle() {
        return claimed == 0 && failed == 0;
    }

    /// Null is replaced, what the job said itself stays.
    JobReport withNextDue(Instant due) {
        return nextDue == null ? new JobReport(job, claimed, done, snoozed, failed, cancelled, remaining, due) : this;
    }

    /// For jobs that do one thing and have nothing to wait for.
    public static JobReport done(String job, int done) {
        return new JobReport(job, done, done, 0, 0, 0, 0, null);
    }
}
