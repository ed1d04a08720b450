package dev.ringback.engine.hook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import dev.ringback.engine.hook.EventStreams.EventStream;
import dev.ringback.testing.Api;
import dev.ringback.testing.GivenGrowth;
import dev.ringback.testing.GrowthStage;

import static org.assertj.core.api.Assertions.assertThat;

/// Each provider's events, shuffled and three times over, make the rows that they make in order and once.
@QuarkusTest
class HookReplayTest extends GrowthStage {

    private static final int ORDERS = 3;

    static Stream<EventStream> streams() {
        return EventStreams.all();
    }

    @ParameterizedTest
    @MethodSource("streams")
    void any_order_and_repetition_makes_the_same_rows(EventStream stream) {
        // Given
        var lead = GivenGrowth.client(mail, Map.of()).submits(GivenGrowth.somebody(), ASKS);
        var orderly = Written.over(database, stream.channel(), stream.provider(), lead);
        stream.calls().apply(orderly).forEach(HookReplayTest::deliver);
        work();
        var expected = rows(orderly);

        for (var seed = 0; seed < ORDERS; seed++) {
            // When
            var shuffled = Written.over(database, stream.channel(), stream.provider(), lead);
            thrice(stream.calls().apply(shuffled), seed).forEach(HookReplayTest::deliver);
            work();

            // Then
            assertThat(rows(shuffled)).as("order %d", seed).isEqualTo(expected);
        }
        assertThat(expected.getFirst()).contains(stream.expected());
        assertThat(database.query("select from engine.inbox where processed_at is null and provider <> 'nap'")).isEmpty();
    }

    private static List<Supplier<ValidatableResponse>> thrice(List<Supplier<ValidatableResponse>> calls, int seed) {
        var all = new ArrayList<Supplier<ValidatableResponse>>();
        IntStream.range(0, 3).forEach(_ -> all.addAll(calls));
        Collections.shuffle(all, new Random(seed));
        return all;
    }

    private static void deliver(Supplier<ValidatableResponse> call) {
        call.get().statusCode(200);
    }

    // A batch's events are worked by themselves.
    private static void work() {
        Api.dispatch();
        Api.dispatch();
    }

    private static List<String> rows(Written message) {
        return database.query("""
                select concat_ws('|', m.status, m.provider_id is not null, m.accepted_at, m.sent_at, m.delivered_at, m.opened_at, m.read_at,
                                 m.clicked_at, m.replied_at, m.failed_at, m.bounced_at, m.complained_at)
                  from engine.message m where m.id = $1
                union all
                select * from (select concat_ws('|', event, at, detail) from engine.message_event where message = $1 order by event, at, detail) e
                union all
                select * from (select concat_ws('|', channel, body_text, variables, received_at) from engine.message where in_reply_to = $1
                                order by body_text) r""", message.id()).stream().map(row -> row.getString(0)).toList();
    }
}
