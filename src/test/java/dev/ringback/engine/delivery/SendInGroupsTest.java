package dev.ringback.engine.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

import dev.ringback.testing.Api;
import dev.ringback.testing.GivenGrowth;
import dev.ringback.testing.GrowthStage;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

/// What comes between the messages of one batch, and what is wrong with one of them.
@QuarkusTest
class SendInGroupsTest extends GrowthStage {

    private static final int MANY = 40;
    private static final int TOGETHER = 16;

    @Test
    void a_brake_that_comes_while_some_are_sent_holds_those_that_are_not_yet() throws Exception {
        try (var server = new ServerSocket(0, MANY, InetAddress.getLoopbackAddress())) {
            // Given
            var client = GivenGrowth.client(mail, Map.of("smtp_port", server.getLocalPort(), "followup_speed", "Within 1 hour"));
            IntStream.range(0, MANY).forEach(_ -> client.submits(GivenGrowth.somebody(), ASKS));
            Api.dispatch();
            Api.advanceClock("PT1H");
            var begun = new AtomicLong();
            Thread.ofVirtual().start(() -> brakeAtFirst(server, client.id(), begun));

            // When
            Api.dispatch();

            // Then
            assertThat(begun.get()).isBetween(1L, (long) TOGETHER);
            assertThat(count(client.id(), "brake")).isEqualTo(MANY - begun.get());
        } finally {
            database.query("delete from engine.brake");
        }
    }

    @Test
    void work_that_is_malformed_costs_no_other_its_attempt() {
        // Given
        var client = GivenGrowth.client(mail, Map.of("followup_speed", "Within 1 hour"));
        var sarah = GivenGrowth.somebody();
        client.submits(sarah, ASKS);
        Api.dispatch();
        var foreign = UUID.randomUUID();
        database.query("""
                insert into engine.message (id, pack, tenant, subject_kind, subject_id, step, direction, channel, their_address, their_hash, status,
                                            planned_at)
                values ($1, 'elsewhere', 'x', 'lead', '1', 'step', 'out', 'email', 'a@people.example', '\\x01', 'planned', '2026-03-02T15:30:00Z')""",
                foreign);
        List.of("no-id", foreign.toString()).forEach(id -> database.query("select engine.enqueue('growth', 'engine.send', $1, 'lead', $2, $2, "
                + "'2026-03-02T16:30:00Z', jsonb_build_object('message', $2::text))", client.id(), id));

        // When
        Api.advanceClock("PT1H");
        Api.dispatch();
        database.query("delete from engine.work where subject_id in ('no-id', $1)", foreign.toString());
        database.query("delete from engine.message where id = $1", foreign);

        // Then
        assertThat(mail.sentTo(sarah)).hasSize(1);
    }

    // Nobody is served; the first only when the brake is there.
    private static void brakeAtFirst(ServerSocket server, String tenant, AtomicLong begun) {
        try {
            while (true) {
                try (var connection = server.accept()) {
                    if (begun.get() == 0) {
                        begun.set(count(tenant, null));
                        database.query("insert into engine.brake (tenant, reason) values ($1, 'complaints')", tenant);
                    }
                    connection.getOutputStream().write("421 not now\r\n".getBytes(US_ASCII));
                }
            }
        } catch (IOException _) {
            Thread.currentThread().interrupt();
        }
    }

    // Those that have begun, where no rule is given.
    private static long count(String tenant, String rule) {
        return database
                .query("select id from engine.message where tenant = $1 and case when $2::text is null then status = 'submitting' else rule = $2 end",
                        tenant, rule)
                .size();
    }
}
