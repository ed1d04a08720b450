package dev.ringback.engine.consent;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.time.Clock;
import dev.ringback.testing.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/// What a change of keys does to a no: it moves when the address is planned to, never when somebody only looks.
@QuarkusTest
class RehashTest {

    private static final Duration LATEST = Duration.ofSeconds(60);
    private static final Map<String, Optional<String>> NEWER = Map.of("k2", Optional.of("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="));
    private static final Origin ORIGIN = Origin.of("test", Map.of());

    private static TestDatabase sql;

    @Inject
    Database database;
    @Inject
    Consent consent;
    @Inject
    ConsentRepository consents;
    @Inject
    Consent.Planned planned;
    @Inject
    ConsentConfig config;
    @Inject
    Clock clock;

    private final Party sarah = new Party("growth", UUID.randomUUID().toString(), UUID.randomUUID() + "@people.example");

    @BeforeAll
    static void open() {
        sql = new TestDatabase();
    }

    @AfterAll
    static void close() {
        sql.close();
    }

    @Test
    void a_look_moves_nothing_and_a_plan_does() {
        // Given
        refuse(consent);

        // When
        var looked = database.asService(tx -> both().standing(tx, sarah, Family.EMAIL)).await().atMost(LATEST);

        // Then
        assertThat(looked).contains("opted_out");
        assertThat(keyIds()).containsExactly("k1");
        assertThat(planned(both())).contains("opted_out");
        assertThat(keyIds()).containsExactly("k2");
    }

    @Test
    void a_no_that_ended_displaces_none_that_holds() {
        // Given
        var newest = with(NEWER);
        refuse(newest);
        database.asService(tx -> newest.restart(tx, sarah, Channel.EMAIL, ORIGIN)).await().atMost(LATEST);
        refuse(consent);

        // When
        var found = planned(both());

        // Then
        assertThat(found).contains("opted_out");
        assertThat(planned(newest)).contains("opted_out");
    }

    @Test
    void a_start_ends_nothing_on_another_channel_of_the_number() {
        // Given
        var phone = new Party("growth", sarah.tenant(), "+12025550123");
        for (var family : List.of(Family.PHONE, Family.WHATSAPP)) {
            var refusal = new Refusal(phone, family, Scope.TENANT, Reason.OPTED_OUT, ORIGIN, false);
            database.asService(tx -> consent.refuse(tx, refusal)).await().atMost(LATEST);
        }

        // When
        database.asService(tx -> consent.restart(tx, phone, Channel.SMS, ORIGIN)).await().atMost(LATEST);

        // Then
        assertThat(database.asService(tx -> consent.standing(tx, phone, Family.PHONE)).await().atMost(LATEST)).isEmpty();
        assertThat(database.asService(tx -> consent.standing(tx, phone, Family.WHATSAPP)).await().atMost(LATEST)).contains("opted_out");
    }

    private Consent both() {
        var keys = new HashMap<>(config.hashKeys());
        keys.putAll(NEWER);
        return with(keys);
    }

    private Consent with(Map<String, Optional<String>> keys) {
        return new Consent(consents, new AddressHash(() -> keys, clock), planned, clock);
    }

    private void refuse(Consent by) {
        database.asService(tx -> by.refuse(tx, Refusal.optOut(sarah, Channel.EMAIL, ORIGIN))).await().atMost(LATEST);
    }

    private Optional<String> planned(Consent by) {
        return database.asService(tx -> by.suppression(tx, sarah, Channel.EMAIL)).await().atMost(LATEST);
    }

    private List<String> keyIds() {
        return sql.query("select key_id from engine.suppression where tenant = $1", sarah.tenant()).stream().map(row -> row.getString(0)).toList();
    }
}
