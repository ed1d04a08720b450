package dev.ringback.engine.run;

import java.time.Duration;

import jakarta.validation.constraints.Min;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.time.DurationMin;

/// How much one run may do; what is left is the next run's.
///
/// @param budget null for the job's own
/// @param limit  null for no limit
public record JobBudget(@DurationMin @Schema(implementation = String.class, examples = "PT20S") Duration budget,
        @Min(1) @Schema(examples = "1000") Integer limit) {

    public static final JobBudget OWN = new JobBudget(null, null);

    public Duration budgetOr(Duration own) {
        return budget == null || budget.compareTo(own) > 0 ? own : budget;
    }

    public int limitOrAll() {
        return limit == null ? Integer.MAX_VALUE : limit;
    }
}
