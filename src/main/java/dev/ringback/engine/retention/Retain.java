package dev.ringback.engine.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.run.Batches;
import dev.ringback.engine.run.Batches.Done;
import dev.ringback.engine.run.Cadence;
import dev.ringback.engine.run.Job;
import dev.ringback.engine.run.JobBudget;
import dev.ringback.engine.run.JobReport;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;

/// Forgets what has had its time, in batches.
@ApplicationScoped
class Retain implements Job {

    private static final Cadence NIGHTLY = new Cadence.Daily(LocalTime.of(2, 0), ZoneOffset.UTC);

    private final Database database;
    private final RetentionRepository rows;
    private final RetentionConfig config;
    private final Clock clock;

    Retain(Database database, RetentionRepository rows, RetentionConfig config, Clock clock) {
        this.database = database;
        this.rows = rows;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "retention";
    }

    @Override
    public Cadence cadence() {
        return NIGHTLY;
    }

    @Override
    public Uni<JobReport> run(JobBudget budget) {
        return Multi.createBy().concatenating().streams(forget(config.inboxBodies(), rows::dropBodies, budget),
                forget(config.calendarRuns(), rows::deleteCalendarRuns, budget), forget(config.drainingRuns(), rows::deleteDrainingRuns, budget),
                forget(config.violations(), rows::deleteViolations, budget),
                forget(config.modelAnswers(), rows::deleteModelAnswers, budget))
                .collect().with(Collectors.reducing(Done.NOTHING, Done::plus))
                .map(done -> done.report(name()));
    }

    private Multi<Done> forget(Duration age, Forgetting rule, JobBudget budget) {
        var before = clock.instant().minus(age);
        return Uni.createFrom().deferred(() -> new Batches(budget, config.budget(), config.batch())
                .drain(limit -> database.asService(tx -> rule.forget(tx, before, limit)))).toMulti();
    }

    private interface Forgetting {

        Uni<Integer> forget(Tx tx, Instant before, int limit);
    }
}
