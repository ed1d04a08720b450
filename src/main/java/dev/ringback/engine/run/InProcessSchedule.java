package dev.ringback.engine.run;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;

/// Calls the jobs in an always-on instance: the same code as the functions `jobs/<name>`.
@ApplicationScoped
class InProcessSchedule {

    private static final Duration CALENDAR = Duration.ofMinutes(1);

    private final Scheduler scheduler;
    private final Jobs jobs;
    private final RunJob runJob;
    private final RunConfig config;

    InProcessSchedule(Scheduler scheduler, Jobs jobs, RunJob runJob, RunConfig config) {
        this.scheduler = scheduler;
        this.jobs = jobs;
        this.runJob = runJob;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        if (config.inProcess()) {
            jobs.all().forEach(this::schedule);
        }
    }

    private void schedule(Job job) {
        scheduler.newJob(job.name())
                .setInterval(askEvery(job.cadence()).toString())
                .setConcurrentExecution(ConcurrentExecution.SKIP)
                .setAsyncTask(_ -> runJob.run(job, JobBudget.OWN).replaceWithVoid())
                .schedule();
    }

    // More often than there are slots, so that a run that died is found.
    private static Duration askEvery(Cadence cadence) {
        return switch (cadence) {
            case Cadence.Draining(var every) -> every;
            case Cadence.Calendar _ -> CALENDAR;
        };
    }
}
