package dev.ringback.engine.gate;

import java.util.Collections;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import dev.ringback.testing.ManyConnections;

import static org.assertj.core.api.Assertions.assertThat;

/// Never one too many, however many push.
@QuarkusTest
@TestProfile(ManyConnections.class)
class CapsTest extends GateStage {

    @Test
    void a_person_gets_no_more_than_the_cap() {
        // Given
        sql.query("insert into engine.cap (pack, tenant, period, most, reason) values ('growth', $1, '1 day', 3, 'daily')", tenant);
        var messages = messages(Collections.nCopies(60, address()), "planned");

        // When
        race(messages);

        // Then
        assertThat(begun(messages)).hasSize(3);
    }

    @Test
    void a_person_with_two_addresses_gets_no_more_than_the_cap() {
        // Given
        sql.query("insert into engine.cap (pack, tenant, period, most, reason) values ('growth', $1, '1 day', 3, 'daily')", tenant);
        var addresses = addresses(2);
        belongTogether(addresses);
        var messages = messages(IntStream.range(0, 60).mapToObj(nth -> addresses.get(nth % 2)).toList(), "planned");

        // When
        race(messages);

        // Then
        assertThat(begun(messages)).hasSize(3);
    }

    @Test
    void a_sender_sends_no_more_a_day_than_its_cap() {
        // Given
        sql.query("update engine.sender_identity set daily_cap = 17 where tenant = $1", tenant);
        var messages = messages(addresses(80), "planned");

        // When
        race(messages);

        // Then
        assertThat(begun(messages)).hasSize(17);
        assertThat(sql.query("select used from engine.send_slot where tenant = $1", tenant).getFirst().getInteger(0)).isEqualTo(17);
    }

    @Test
    void a_young_senders_cap_grows_with_its_days() {
        // Given
        sql.query("update engine.sender_identity set daily_cap = 17, ramp_step = 4, ramp_from = '2026-03-01T23:00:00Z' where tenant = $1", tenant);
        var messages = messages(addresses(60), "planned");

        // When
        race(messages);

        // Then
        assertThat(begun(messages)).hasSize(8);
    }

    @Test
    void a_sender_keeps_its_gap() {
        // Given
        sql.query("update engine.sender_identity set min_gap = '1 minute' where tenant = $1", tenant);
        var messages = messages(addresses(60), "planned");

        // When
        race(messages);

        // Then
        assertThat(begun(messages)).hasSize(1);
    }

    @Test
    void a_message_that_is_tried_again_is_counted_once() {
        // Given
        sql.query("update engine.sender_identity set daily_cap = 2 where tenant = $1", tenant);
        var first = messages(addresses(1), "planned");
        race(first);
        sql.query("update engine.message set status = 'planned' where id = $1", first.getFirst());
        var others = messages(addresses(5), "planned");

        // When
        race(first);
        race(others);

        // Then
        assertThat(begun(first)).hasSize(1);
        assertThat(begun(others)).hasSize(1);
    }
}
