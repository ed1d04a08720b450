package dev.ringback.engine.consent;

import java.time.Duration;
import java.util.HashMap;
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

@QuarkusTest
class KeyRotationTest {

    private static final Duration LATEST = Duration.ofSeconds(60);
    private static final String NEWER = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

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
    void a_no_outlives_its_key_once_its_address_was_seen_under_the_next() {
        // Given
        refuse();
        var keys = new HashMap<>(config.hashKeys());
        keys.put("k2", Optional.of(NEWER));

        // When
        var underBoth = suppression(with(keys));

        // Then
        assertThat(underBoth).contains("opted_out");
        assertThat(keyIds()).containsExactly("k2");
        var underTheNext = with(Map.of("k2", Optional.of(NEWER)));
        assertThat(suppression(underTheNext)).contains("opted_out");
        assertThat(restart(underTheNext)).isTrue();
        assertThat(suppression(underTheNext)).isEmpty();
    }

    @Test
    void a_no_that_was_not_seen_since_is_found_by_its_own_key() {
        // Given
        refuse();

        // When
        var found = suppression(with(config.hashKeys()));

        // Then
        assertThat(found).contains("opted_out");
        assertThat(keyIds()).containsExactly("k1");
        assertThat(suppression(with(Map.of("k2", Optional.of(NEWER))))).isEmpty();
    }

    private Consent with(Map<String, Optional<String>> keys) {
        return new Consent(consents, new AddressHash(() -> keys, clock), planned, clock);
    }

    private void refuse() {
        database.asService(tx -> consent.refuse(tx, Refusal.optOut(sarah, Channel.EMAIL, Origin.of("test", Map.of())))).await().atMost(LATEST);
    }

    private Optional<String> suppression(Consent asked) {
        return database.asService(tx -> asked.suppression(tx, sarah, Channel.EMAIL)).await().atMost(LATEST);
    }

    private boolean restart(Consent asked) {
        return database.asService(tx -> asked.restart(tx, sarah, Channel.EMAIL, Origin.of("test", Map.of()))).await().atMost(LATEST);
    }

    private Iterable<String> keyIds() {
        return sql.query("select key_id from engine.suppression where tenant = $1", sarah.tenant()).stream().map(row -> row.getString(0)).toList();
    }
}
