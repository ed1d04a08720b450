package dev.ringback.engine.run;

import io.smallrye.mutiny.Uni;

/// Something that is done again and again. What it does twice is done once: a run that died is begun anew.
public interface Job {

    /// As in the path `jobs/<name>`.
    String name();

    Cadence cadence();

    /// Of a calendar job, a report with something remaining leaves the slot open for the next call.
    Uni<JobReport> run(JobBudget budget);
}
