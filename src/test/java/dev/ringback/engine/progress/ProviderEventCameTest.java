package dev.ringback.engine.progress;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

import dev.ringback.engine.message.MessageStatus;
import dev.ringback.engine.sql.Database;
import dev.ringback.testing.Api;
import dev.ringback.testing.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/// Reports that outrun our own commit.
@QuarkusTest
class ProviderEventCameTest {

    private static TestDatabase database;

    private final String providerId = UUID.randomUUID().toString();

    @Inject
    Database application;
    @Inject
    MessageEvents messageEvents;

    @BeforeAll
    static void open() {
        database = new TestDatabase();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void monday_morning() {
        Api.setClock("2026-03-02T15:30:00Z");
        Api.dispatch();
    }

    @Test
    void a_report_of_an_unknown_message_is_given_up_after_an_hour() {
        // Given
        delivered();

        // When
        var minutes = 0;
        for (; waiting() && minutes < 180; minutes++) {
            Api.dispatch();
            Api.advanceClock("PT1M");
        }

        // Then
        assertThat(Duration.ofMinutes(minutes)).isBetween(Duration.ofMinutes(60), Duration.ofMinutes(62));
        assertThat(database.query("select from engine.dead_letter where subject_id = $1", providerId)).isEmpty();
    }

    @Test
    void a_report_that_came_before_its_message_is_recorded_when_that_is_there() {
        // Given
        delivered();
        Api.dispatch();
        var waited = waiting();

        // When
        var message = database.query("""
                insert into engine.message (id, pack, tenant, subject_kind, subject_id, step, direction, channel, their_address, their_hash, status,
                                            provider, provider_id)
                values (gen_random_uuid(), 'growth', 'nobody', 'lead', gen_random_uuid()::text, 'step', 'out', 'email', 'a@b.example', '\\x0000',
                        'sent', 'fake', $1) returning id""", providerId).getFirst().getUUID(0);
        Api.advanceClock("PT10S");
        Api.dispatch();

        // Then
        assertThat(waited).isTrue();
        assertThat(waiting()).isFalse();
        assertThat(database.query("select status::text from engine.message where id = $1", message).getFirst().getString(0)).isEqualTo("delivered");
    }

    private void delivered() {
        var event = new ProviderEvent(null, "fake", providerId, providerId, MessageStatus.DELIVERED, Api.now(), Map.of());
        application.asService(tx -> messageEvents.record(tx, List.of(event))).await().indefinitely();
    }

    private boolean waiting() {
        return !database.query("select from engine.work where kind = 'engine.provider-event' and subject_id = $1", providerId).isEmpty();
    }
}
