package dev.ringback.engine.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.consent.Consent;
import dev.ringback.engine.consent.Origin;
import dev.ringback.engine.consent.Party;
import dev.ringback.engine.consent.Refusal;
import dev.ringback.engine.sql.Tx;
import dev.ringback.testing.ManyConnections;

import static org.assertj.core.api.Assertions.assertThat;

/// Nothing begins to be submitted once what stops it is committed.
@QuarkusTest
@TestProfile(ManyConnections.class)
class GateTest extends GateStage {

    private static final Origin ORIGIN = new Origin("test", Map.of(), null);

    @Inject
    Consent consent;

    @Test
    void nothing_begins_after_an_opt_out_is_committed_not_even_a_retry() {
        // Given
        var addresses = addresses(60);
        var everybody = new ArrayList<String>();
        IntStream.range(0, 5).forEach(_ -> everybody.addAll(addresses));
        var messages = new ArrayList<>(messages(everybody, "planned"));
        messages.addAll(messages(addresses, "uncertain"));
        var begunBefore = new HashMap<String, Long>();

        // When
        var racing = CompletableFuture.runAsync(() -> race(messages));
        addresses.forEach(address -> begunBefore.put(address, optOut(address)));
        racing.join();
        race(messages);

        // Then
        assertThat(addresses).allSatisfy(address -> assertThat(begunTo(address)).isEqualTo(begunBefore.get(address)));
        assertThat(begunBefore.values().stream().mapToLong(Long::longValue).sum()).isBetween(1L, 359L);
    }

    @Test
    void nothing_begins_after_a_brake_is_committed() {
        // Given
        var messages = messages(addresses(400), "planned");

        // When
        var racing = CompletableFuture.runAsync(() -> race(messages));
        var begunBefore = brake();
        racing.join();
        race(messages);

        // Then
        assertThat(begun(messages)).hasSize(begunBefore);
    }

    @Test
    void an_opt_out_waits_for_the_gate_that_did_not_see_it() throws Exception {
        // Given
        var address = address();
        var message = messages(List.of(address), "planned");
        var entered = new CompletableFuture<Set<UUID>>();
        var mayCommit = new CompletableFuture<Boolean>();
        var passing = database.asService(tx -> pass(tx, message).invoke(entered::complete).call(() -> Uni.createFrom().completionStage(mayCommit)))
                .subscribeAsCompletionStage();
        entered.get();

        // When
        var optingOut = CompletableFuture.supplyAsync(() -> optOut(address));
        awaitWaitingLock();
        var wasWaiting = !optingOut.isDone();
        mayCommit.complete(true);
        passing.toCompletableFuture().get();

        // Then
        assertThat(wasWaiting).isTrue();
        assertThat(optingOut.get()).isEqualTo(1);
    }

    @Test
    void a_gate_leaves_a_message_whose_opt_out_is_not_committed_yet() {
        // Given
        var address = address();
        var message = messages(List.of(address), "planned");

        // When
        var passed =
                database.asService(tx -> refuse(tx, address).chain(() -> database.asService(other -> pass(other, message)))).await().atMost(LATEST);

        // Then
        assertThat(passed).isEmpty();
    }

    private long optOut(String address) {
        return database.asService(tx -> refuse(tx, address).map(_ -> begunTo(address))).await().atMost(LATEST);
    }

    private Uni<Void> refuse(Tx tx, String address) {
        return consent.refuse(tx, Refusal.optOut(new Party("growth", tenant, address), Channel.EMAIL, ORIGIN));
    }

    private int brake() {
        return sql.asService(session -> {
            session.query("insert into engine.brake (tenant, reason) values ($1, 'test')", tenant);
            return session.query("select id from engine.message where tenant = $1 and status = 'submitting'", tenant).size();
        });
    }

    private static void awaitWaitingLock() throws InterruptedException {
        var latest = System.nanoTime() + LATEST.toNanos();
        while (sql.query("select pid from pg_locks where locktype = 'advisory' and not granted").isEmpty()) {
            assertThat(System.nanoTime()).isLessThan(latest);
            Thread.onSpinWait();
        }
    }
}
