package dev.ringback.engine.dispatch;

import java.time.Duration;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.run.Cadence;
import dev.ringback.engine.run.Job;
import dev.ringback.engine.run.JobBudget;
import dev.ringback.engine.run.JobReport;

/// The tick: frees what dead workers held, then works the queue until it is empty or the budget is used up.
@ApplicationScoped
public class DispatchDue implements Job {

    private static final Cadence EVERY = new Cadence.Draining(Duration.ofSeconds(10));

    private final Worker worker;
    private final DispatchConfig config;

    DispatchDue(Worker worker, DispatchConfig config) {
        this.worker = worker;
        this.config = config;
    }

    @Override
    public String name() {
        return "dispatch-due";
    }

    @Override
    public Cadence cadence() {
        return EVERY;
    }

    @Override
    public Uni<JobReport> run(JobBudget budget) {
        return worker.sweep().chain(() -> drain(budget)).chain(this::report);
    }

    private Uni<Tick> drain(JobBudget budget) {
        return Multi.createBy().repeating().uni(() -> drainWithin(budget), drain -> worker.round(drain.limitLeft()).map(drain::after))
                .whilst(tick -> !tick.last())
                .collect().with(Collectors.reducing(Tick.NOTHING, Tick::plus));
    }

    private Drain drainWithin(JobBudget budget) {
        return new Drain(System.nanoTime() + budget.budgetOr(config.budget()).toNanos(), budget.limitOrAll());
    }

    private Uni<JobReport> report(Tick tick) {
        return worker.backlog().map(backlog -> new JobReport(name(), tick.claimed(), tick.done(), tick.snoozed(), tick.failed(),
                tick.cancelled(), backlog.remaining(), backlog.nextDueAt()));
    }
}
