package dev.ringback.engine.run;

import java.time.Duration;

import io.smallrye.mutiny.Uni;

/// Something that is done again and again and may be done by many at once.
public interface Job {

    /// As in the path `jobs/<name>`.
    String name();

    /// How often an always-on instance runs it.
    Duration every();

    Uni<JobReport> run(JobBudget budget);
}
