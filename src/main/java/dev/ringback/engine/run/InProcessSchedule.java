package dev.ringback.engine.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;

/// Calls the jobs in an always-on instance: the same code as the functions `jobs/<name>`.
@ApplicationScoped
class InProcessSchedule {

    private final Scheduler scheduler;
    private final Jobs jobs;
    private final RunConfig config;

    InProcessSchedule(Scheduler scheduler, Jobs jobs, RunConfig config) {
        this.scheduler = scheduler;
        this.jobs = jobs;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        if (config.inProcess()) {
            jobs.all().forEach(this::schedule);
        }
    }

    private void schedule(Job job) {
        scheduler.newJob(job.name())
                .setInterval(job.every().toString())
                .setConcurrentExecution(ConcurrentExecution.SKIP)
                .setAsyncTask(_ -> job.run(JobBudget.OWN).replaceWithVoid())
                .schedule();
    }
}
