package dev.ringback.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

import dev.ringback.fuzz.HostileRequests.Request;
import dev.ringback.testing.Api;
import dev.ringback.testing.TestDatabase;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

/// Whatever is sent to a hook is answered by 2xx or 4xx, and stored only if it was signed; what was stored is read without a failure.
@QuarkusTest
class HookFuzzTest {

    private static final boolean SOAK = Boolean.getBoolean("ringback.soak");
    private static final long INPUTS = SOAK ? 300_000 : 10_000;
    private static final Duration LONGEST = SOAK ? Duration.ofMinutes(20) : Duration.ofSeconds(5);
    private static final int CONNECTIONS = 8;
    private static final int MOST_TICKS = SOAK ? 1_000 : 20;
    private static final long FIRST_SEED = 20_260_106L;
    private static final long KEPT_BYTES = 96L << 20;
    private static final long MEBI = 1L << 20;
    private static final String TAKEN = "\"stored\":true";

    private final String run = "fuzz-" + UUID.randomUUID();
    private final Set<String> taken = ConcurrentHashMap.newKeySet();
    private final Set<String> wrong = ConcurrentHashMap.newKeySet();
    private final AtomicLong sent = new AtomicLong();
    private final TestDatabase database = new TestDatabase();
    private List<Stored> stored = List.of();

    @AfterEach
    void clear() {
        database.query("delete from engine.work where subject_kind = 'inbox' and subject_id = any ($1)",
                (Object) stored.stream().map(row -> row.id.toString()).toArray(String[]::new));
        database.query("delete from engine.inbox where id = any ($1)", (Object) ids());
        database.close();
    }

    @Test
    void a_stranger_is_refused_and_leaves_nothing_behind() {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            // Given
            Api.setClock("2026-03-02T15:30:00Z");
            var before = inbox().stream().map(Stored::id).collect(Collectors.toSet());
            var heap = heap();
            var until = System.nanoTime() + LONGEST.toNanos();

            // When
            IntStream.range(0, CONNECTIONS).mapToObj(nth -> callers.submit(() -> call(random(nth), until))).toList().forEach(HookFuzzTest::ended);
            var after = heap();
            System.out.printf("%d calls of hooks, %d taken, heap %d MiB before and %d MiB after%n", sent.get(), taken.size(), heap / MEBI,
                    after / MEBI);

            // Then
            stored = inbox().stream().filter(row -> !before.contains(row.id)).toList();
            assertThat(wrong).isEmpty();
            assertThat(stored.stream().map(Stored::content)).isNotEmpty().containsExactlyInAnyOrderElementsOf(taken);
            assertThat(after - heap).isLessThan(KEPT_BYTES);
            assertThat(unread()).isEmpty();
        }
    }

    private record Stored(UUID id, String content) {}

    private void call(RandomGenerator random, long until) {
        var requests = new HostileRequests(random, run, Long.toString(Api.now().getEpochSecond()));
        try (var connection = new RawConnection(RestAssured.port)) {
            for (var nth = sent.incrementAndGet(); nth <= INPUTS && System.nanoTime() < until; nth = sent.incrementAndGet()) {
                send(connection, requests.next(nth), nth);
            }
            sent.decrementAndGet();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    // The same mail may be in two events.
    private void send(RawConnection connection, Request request, long nth) throws IOException {
        var answer = connection.send(request.bytes());
        var isTaken = answer.text().contains(TAKEN);
        if (isTaken && request.content() != null) {
            taken.add(request.content() + (request.content().startsWith("mail ") || request.content().startsWith("resend ") ? " " + nth : ""));
        }
        if (answer.status() / 100 != 2 && answer.status() / 100 != 4 || isTaken && request.content() == null) {
            wrong.add(answer + " to " + new String(request.bytes(), ISO_8859_1));
        }
    }

    private static RandomGenerator random(int nth) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(FIRST_SEED + nth);
    }

    private static void ended(Future<?> caller) {
        try {
            caller.get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private List<Stored> inbox() {
        return database.query("""
                select id, provider || ' ' || encode(sha256(body), 'hex')
                           || case when starts_with(event_id, $1) then ' ' || substr(event_id, length($1) + 2) else '' end as content
                  from engine.inbox""", run).stream().map(row -> new Stored(row.getUUID("id"), row.getString("content"))).toList();
    }

    // Ticks until all is read, and answers what is not.
    private List<String> unread() {
        var left = List.<String>of();
        for (var tick = 0; tick == 0 || tick < MOST_TICKS && !left.isEmpty(); tick++) {
            Api.dispatch();
            left = database.query("select provider || ': ' || convert_from(substr(body, 1, 300), 'LATIN1') from engine.inbox "
                    + "where processed_at is null and id = any ($1)", (Object) ids()).stream()
                    .map(row -> row.getString(0)).toList();
        }
        return left;
    }

    private UUID[] ids() {
        return stored.stream().map(Stored::id).toArray(UUID[]::new);
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
