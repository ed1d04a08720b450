package dev.ringback.engine.inbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;

import dev.ringback.engine.http.Problem;
import dev.ringback.engine.work.Work;
import dev.ringback.local.database.DatabaseSession;
import dev.ringback.testing.Api;
import dev.ringback.testing.TestDatabase;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/// Arrivals are committed in groups before they are answered.
@QuarkusTest
class IntakeTest {

    private static final Duration LATEST = Duration.ofSeconds(30);
    private static final String BLOCKED = "from pg_locks where relation = 'engine.inbox'::regclass and not granted";
    private static final String IS_BLOCKED = "select count(*) = 1 as yes " + BLOCKED;

    @Inject
    Intake intake;
    @Inject
    SplitBurst splitBurst;

    private final TestDatabase database = new TestDatabase();
    private final String provider = "test-" + UUID.randomUUID();

    @AfterEach
    void close() {
        database.query(
                "delete from engine.work where kind = 'engine.inbox' and subject_id in (select id::text from engine.inbox where provider = $1)",
                provider);
        database.query("delete from engine.work where kind = 'engine.inbox-burst'");
        database.query("delete from engine.inbox where provider = $1", provider);
        database.close();
    }

    @Test
    void many_at_once_are_all_stored_and_each_event_is_new_once() {
        // When
        var answers = IntStream.range(0, 2_000).mapToObj(nth -> hand("e" + nth % 500)).toList();

        // Then
        assertThat(answers.stream().map(IntakeTest::answer).filter(isNew -> isNew)).hasSize(500);
        assertThat(stored()).hasSize(500);
    }

    @Test
    void an_answer_comes_after_the_commit() {
        // When
        answer(hand("one"));

        // Then
        assertThat(stored()).containsExactly("one");
    }

    @Test
    void a_group_whose_connection_is_killed_is_stored_over_another() {
        // When
        var answer = whileTheInboxIsLocked(session -> {
            var killed = hand("killed");
            kill(session);
            return killed;
        });

        // Then
        assertThat(answer(answer)).isTrue();
        assertThat(stored()).containsExactly("killed");
    }

    @Test
    void a_group_that_fails_again_and_again_is_refused_and_the_next_one_is_stored() {
        // When
        var next = whileTheInboxIsLocked(session -> {
            var lost = hand("lost");
            until(session, IS_BLOCKED);
            var behind = List.of(hand("second"), hand("third"));
            IntStream.range(0, 3).forEach(_ -> kill(session));
            assertThat(refusal(lost)).isEqualTo(503);
            return behind;
        });

        // Then
        assertThat(next).allMatch(IntakeTest::answer);
        assertThat(stored()).containsExactly("second", "third");
    }

    @Test
    void one_that_postgres_refuses_does_not_take_its_group_with_it() {
        // Given
        var poison = "poison\u0000";

        // When
        var answers = inOneGroup(List.of("a", poison, "b", "a"));

        // Then
        assertThat(refusal(answers.get(1))).isEqualTo(422);
        assertThat(List.of(answer(answers.get(0)), answer(answers.get(2)), answer(answers.get(3)))).containsExactly(true, true, false);
        assertThat(stored()).containsExactly("a", "b", "first");
    }

    @Test
    void the_events_of_a_group_are_worked_in_the_order_in_which_they_came() {
        // Given
        var events = List.of("z", "b", "y", "a", "x");

        // When
        inOneGroup(events).forEach(IntakeTest::answer);

        // Then
        assertThat(queued()).containsSubsequence("first", "z", "b", "y", "a", "x");
    }

    @Test
    void a_burst_is_one_piece_of_work_until_a_tick_gives_each_its_own() {
        // Given
        var events = IntStream.range(0, 20).mapToObj(nth -> "e%02d".formatted(nth)).toList();
        inOneGroup(events).forEach(IntakeTest::answer);
        var burst = database.query("select payload from engine.work where kind = 'engine.inbox-burst'");

        // When
        splitBurst.handle(work(burst.getFirst().getJsonObject("payload"))).await().atMost(LATEST);

        // Then
        assertThat(burst).hasSize(1);
        assertThat(queued()).containsExactly(Stream.concat(Stream.of("first"), events.stream()).toArray(String[]::new));
    }

    // The first one is on its way alone, and holds the others up until they are one group.
    private List<CompletableFuture<Boolean>> inOneGroup(List<String> events) {
        return whileTheInboxIsLocked(session -> {
            hand("first");
            until(session, IS_BLOCKED);
            return events.stream().map(this::handLater).toList();
        });
    }

    private CompletableFuture<Boolean> handLater(String event) {
        Api.advanceClock("PT0.001S");
        return hand(event);
    }

    private CompletableFuture<Boolean> hand(String event) {
        return intake.store(new Arrival(provider, event, "text/plain", event.getBytes(UTF_8))).subscribeAsCompletionStage();
    }

    private static Work work(JsonObject payload) {
        return new Work(0, "engine.inbox-burst", null, "", Map.of("arrivals", payload.getJsonArray("arrivals").getList()), 1, 0);
    }

    private <T> T whileTheInboxIsLocked(Function<DatabaseSession, T> work) {
        return database.asSuperuser(session -> {
            session.run("lock table engine.inbox in share row exclusive mode");
            return work.apply(session);
        });
    }

    // Until it is gone, too: the next one would be taken for it.
    private static void kill(DatabaseSession session) {
        until(session, IS_BLOCKED);
        var pid = session.query("select pid " + BLOCKED).getFirst().getInteger(0);
        session.query("select pg_terminate_backend($1, 30000)", pid);
    }

    private static void until(DatabaseSession session, String question) {
        var deadline = System.nanoTime() + LATEST.toNanos();
        while (!session.query(question).getFirst().getBoolean("yes")) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static boolean answer(CompletableFuture<Boolean> answer) {
        return answer.orTimeout(LATEST.toSeconds(), TimeUnit.SECONDS).join();
    }

    private static int refusal(CompletableFuture<Boolean> answer) {
        var status = answer.handle((_, failure) -> failure instanceof CompletionException wrapped ? wrapped.getCause() : failure)
                .orTimeout(LATEST.toSeconds(), TimeUnit.SECONDS).join();
        return ((Problem) status).status();
    }

    private List<String> stored() {
        return database.query("select event_id from engine.inbox where provider = $1 order by event_id", provider).stream()
                .map(row -> row.getString(0)).toList();
    }

    private List<String> queued() {
        return database.query("""
                select i.event_id from engine.ready r join engine.work w on w.id = r.work_id join engine.inbox i on i.id::text = w.subject_id
                 where i.provider = $1 and w.kind = 'engine.inbox' order by r.ord, r.work_id""", provider).stream().map(row -> row.getString(0))
                .toList();
    }
}
