package dev.ringback.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.ringback.testing.Api;

import static org.assertj.core.api.Assertions.assertThat;

/// A process that stands still in the middle of its work and goes on when another has taken over, and one that never goes on.
class StoppedWorkerIT {

    private static final Logger LOG = Logger.getLogger(StoppedWorkerIT.class);
    private static final boolean SOAK = Boolean.getBoolean("ringback.soak");
    private static final Duration SWEEP = Duration.ofSeconds(5);
    private static final int TAKES = 200;
    private static final KillPoint HEARTBEAT = KillPoint.after("dispatch.extend_lease");
    // Nobody works but who is told to, and what failed is not tried again here.
    private static final Map<String, String> BY_HAND = Map.of("ringback.jobs.in-process", "false", "ringback.wake-ups.enabled", "false",
            "ringback.dispatch.lease", "1500ms", "ringback.dispatch.heartbeat", "400ms", "ringback.dispatch.first-retry", "1h",
            "ringback.dispatch.longest-retry", "1h", "ringback.channel.email.resend.timeout", "5m", "ringback.sql.statement-timeout", "2s");

    private static final PatientProvider PROVIDER = new PatientProvider();
    private static final Sightings SIGHTINGS = new Sightings();
    private static Postbox postbox;
    private static Stage stage;
    private static App stopped;
    private static App successor;
    private static Stage.Client client;

    @BeforeAll
    static void open() throws IOException {
        postbox = new Postbox(SIGHTINGS, PROVIDER);
        stage = new Stage(SIGHTINGS, postbox);
        stopped = stage.start("stopped", BY_HAND);
        successor = stage.start("successor", BY_HAND);
        stopped.awaitUp();
        successor.awaitUp();
        client = stage.register(stopped, "maple");
    }

    @BeforeEach
    void nothing_is_left_from_before() {
        stage.query("truncate engine.work, engine.waiting, engine.ready, engine.lease, engine.dead_letter");
    }

    @AfterAll
    static void close() throws IOException {
        stage.close();
    }

    @ParameterizedTest(name = "whose provider said {0} when that of its successor had said {1}")
    @CsvSource(textBlock = """
            200, 200
            401, 200
            503, 200
            200, 401
            401, 401
            503, 401
            200, 503
            """)
    void a_worker_that_goes_on_after_another_has_taken_over_changes_nothing(int late, int inTime) {
        // Given
        var email = submit();
        var held = PROVIDER.hold(stopped, late);
        var tick = CompletableFuture.runAsync(() -> workUntilItComes(stopped, held));
        held.awaitCame();
        awaitHeartbeat(stopped, SIGHTINGS.count(stopped, HEARTBEAT));
        stopped.freeze();
        int heartbeats = SIGHTINGS.count(stopped, HEARTBEAT);
        workUntilItComes(successor, PROVIDER.answer(successor, inTime));
        var queue = settledQueue();

        // When
        stopped.thaw();
        awaitHeartbeat(stopped, heartbeats);
        var afterHeartbeat = queue();
        held.release();
        tick.join();

        // Then
        assertThat(List.of(afterHeartbeat, queue())).containsOnly(queue);
        assertThat(postbox.taken().stream().filter(mail -> mail.message().to().equals(email)).count()).isEqualTo(
                late == TAKES || inTime == TAKES ? 1 : 0);
        assertThat(status(email).equals("sent")).isEqualTo(late == TAKES || inTime == TAKES);
    }

    /// In the middle of a heartbeat, with the row of its lease locked.
    @Test
    void a_worker_that_stands_still_inside_a_transaction_holds_up_nobody() {
        // Given
        var email = submit();
        var held = PROVIDER.hold(stopped, TAKES);
        var tick = CompletableFuture.runAsync(() -> workUntilItComes(stopped, held));
        held.awaitCame();
        var trap = SIGHTINGS.freezeAt(stopped, KillPoint.before("dispatch.extend_lease"));
        Sightings.await(trap.caught());

        // When
        workUntilItComes(successor, PROVIDER.answer(successor, TAKES));

        // Then
        var queue = settledQueue();
        trap.release();
        held.release();
        tick.join();
        assertThat(queue()).isEqualTo(queue);
        assertThat(status(email)).isEqualTo("sent");
    }

    @Test
    void work_of_a_killed_process_runs_again_when_its_lease_has_run_out() {
        // Given
        var lease = Duration.ofSeconds(SOAK ? 30 : 3);
        var settings =
                Map.of("ringback.dispatch.lease", lease.toMillis() + "ms", "ringback.dispatch.heartbeat", lease.dividedBy(3).toMillis() + "ms");
        var killed = started("killed", settings);
        var held = PROVIDER.hold(killed, TAKES);
        submit();
        stage.tick(killed);
        held.awaitCame();
        var other = started("killed-successor", settings);
        var call = PROVIDER.answer(other, TAKES);
        awaitHeartbeat(killed, SIGHTINGS.count(killed, HEARTBEAT));

        // When
        killed.kill();
        var from = System.nanoTime();
        call.awaitCame();

        // Then
        var idle = Duration.ofNanos(System.nanoTime() - from);
        LOG.infof("work of a killed process ran again after %d ms, with a lease of %d ms", idle.toMillis(), lease.toMillis());
        assertThat(idle).isLessThanOrEqualTo(lease.plus(SWEEP));
        other.kill();
    }

    private static void awaitHeartbeat(App app, int known) {
        SIGHTINGS.awaitMore(app, HEARTBEAT, known);
    }

    private static App started(String name, Map<String, String> settings) {
        var app = stage.start(name, settings);
        app.awaitUp();
        return app;
    }

    private static String submit() {
        var email = "lead.%s@people.example".formatted(UUID.randomUUID());
        stage.query("insert into growth.lead_memory (client_id, email, name, message) values ($1, $2, 'Sarah Chen', 'Hi! Our roof leaks.')",
                client.id(), email);
        return email;
    }

    private static void work(App app) {
        try {
            app.post("jobs/dispatch-due", "", "x-job-secret", Api.JOB_SECRET);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    // A tick may end before what it made is due, by a millisecond.
    private static void workUntilItComes(App app, PatientProvider.Call call) {
        var end = System.nanoTime() + Sightings.PATIENCE.toNanos();
        while (!call.hasCome()) {
            assertThat(System.nanoTime()).as("nobody works").isLessThan(end);
            work(app);
            Stage.pause(50);
        }
    }

    /// The same when nobody works any more; the successor may still have to write down what it heard.
    private static List<String> settledQueue() {
        var end = System.nanoTime() + Sightings.PATIENCE.toNanos();
        while (!stage.query("select 1 from engine.lease").isEmpty()) {
            assertThat(System.nanoTime()).as("a lease is held for ever").isLessThan(end);
            Stage.pause(50);
        }
        return queue();
    }

    /// All rows of the queue.
    private static List<String> queue() {
        return Stream.concat(Aftermath.QUEUE.stream(), Stream.of("dead_letter")).map(table -> stage
                .query("select coalesce(jsonb_agg(to_jsonb(q) order by to_jsonb(q)::text), '[]')::text from engine.%s q".formatted(table))
                .getFirst().getString(0)).toList();
    }

    private static String status(String email) {
        return stage.query("select status::text from engine.message where their_address = $1", email).getFirst().getString(0);
    }
}
