package dev.ringback.engine.dispatch;

import java.time.Duration;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.run.Cadence;
import dev.ringback.engine.run.Job;
import dev.ringback.engine.run.JobBudget;
import dev.ringback.engine.run.JobReport;
import dev.ringback.engine.time.Bell;

/// The tick: frees what dead workers held, then works the queue until it is empty or the budget is used up.
@ApplicationScoped
public class DispatchDue implements Job {

    private static final Cadence EVERY = new Cadence.Draining(Duration.ofSeconds(10));

    private final Worker worker;
    private final Dispatcher dispatcher;
    private final DispatchConfig config;

    DispatchDue(Worker worker, Dispatcher dispatcher, DispatchConfig config) {
        this.worker = worker;
        this.dispatcher = dispatcher;
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
        return Uni.createFrom().deferred(() -> {
            worker.forget();
            var drain = new Drain(config, budget.budgetOr(config.budget()), budget.limitOrAll(), () -> false);
            return dispatcher.work(drain, new Bell()).collect().with(Collectors.reducing(Tick.NOTHING, Tick::plus));
        });
    }

    private Uni<JobReport> report(Tick tick) {
        return worker.backlog().map(backlog -> new JobReport(name(), tick.claimed(), tick.done(), tick.snoozed(), tick.failed(),
                tick.cancelled(), backlog.remaining(), backlog.nextDueAt()));
    }
}
