package dev.ringback.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import dev.ringback.engine.dispatch.DispatchDue;
import dev.ringback.engine.run.JobBudget;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.time.Clock;
import dev.ringback.engine.wakeup.WakeUps;
import dev.ringback.engine.work.NewWork;
import dev.ringback.engine.work.WorkQueue;

/// What an instance obeys, line by line, until its input ends. Not found by surefire's patterns: [Instance] runs it.
@QuarkusTest
@TestProfile(BenchProfile.class)
class InstanceSession {

    private static final Duration TELL_EVERY = Duration.ofMillis(5);

    @Inject
    DispatchDue dispatch;
    @Inject
    WakeUps wakeUps;
    @Inject
    WorkQueue queue;
    @Inject
    Database database;
    @Inject
    Clock clock;
    @Inject
    NoOp noOp;

    private final AtomicBoolean working = new AtomicBoolean();
    private Thread drain = new Thread(() -> {});
    private long told;

    @Test
    void serve() throws IOException {
        try (var telling = Executors.newSingleThreadScheduledExecutor()) {
            telling.scheduleAtFixedRate(this::tell, 0, TELL_EVERY.toMillis(), TimeUnit.MILLISECONDS);
            System.out.println("ready");
            var lines = new BufferedReader(new InputStreamReader(System.in));
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                System.out.println(line.split(" ")[0] + " " + obey(line));
            }
            telling.shutdownNow();
        }
    }

    private void tell() {
        var handled = noOp.handled();
        if (handled != told) {
            told = handled;
            System.out.println("handled " + handled);
        }
    }

    private String obey(String line) {
        var words = line.split(" ");
        return switch (words[0]) {
            case "start" -> start();
            case "stop" -> stop();
            case "do-some" -> some(Integer.parseInt(words[1]));
            case "do-commit" -> commit();
            default -> throw new IllegalArgumentException(line);
        };
    }

    // Ticks one after the other, as the in-process schedule makes them while there is work.
    private String start() {
        working.set(true);
        drain = Thread.ofPlatform().start(() -> {
            while (working.get()) {
                dispatch.run(JobBudget.OWN).await().indefinitely();
            }
        });
        return "ok";
    }

    private String some(int items) {
        return Integer.toString(dispatch.run(new JobBudget(null, items)).await().indefinitely().done());
    }

    private String stop() {
        working.set(false);
        try {
            drain.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return "ok";
    }

    // Enqueues a probe in a transaction of this process and wakes it, as a function does; answers subject and time of commit.
    private String commit() {
        var subject = UUID.randomUUID().toString();
        var probe = new NewWork("engine", "engine.bench-probe", "one", "bench", subject, "engine.bench-probe:" + subject, clock.instant(),
                Map.of(), false);
        return database.asService(tx -> queue.enqueue(tx, probe)).map(_ -> woken(subject)).await().indefinitely();
    }

    private String woken(String subject) {
        var committed = Probe.micros();
        wakeUps.ring();
        return subject + " " + committed;
    }
}
