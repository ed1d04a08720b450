package dev.ringback.engine.thread;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.channel.Incoming;
import dev.ringback.engine.sql.Database;
import dev.ringback.testing.Api;
import dev.ringback.testing.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/// What somebody writes whom we never wrote to.
@QuarkusTest
class StrangersNoTest {

    private static final String OURS = "+15125550188";
    private static TestDatabase sql;

    @Inject
    Database database;
    @Inject
    TakeReply takeReply;

    private final String tenant = UUID.randomUUID().toString();
    private final String other = UUID.randomUUID().toString();

    @AfterEach
    void forget() {
        sql.query("delete from engine.sender_identity where tenant in ($1, $2)", tenant, other);
    }

    @BeforeAll
    static void open() {
        sql = new TestDatabase();
    }

    @AfterAll
    static void close() {
        sql.close();
    }

    @Test
    void a_no_holds_for_those_who_write_from_the_number_on_every_channel() {
        // Given
        sql.query("insert into engine.sender_identity (pack, tenant, channel, display_name, address) values ('growth', $1, 'sms', 'Maple', $2)",
                tenant, OURS);

        // When
        var result = take(OURS, "STOP");

        // Then
        assertThat(result).isEqualTo("stranger:opt_out");
        assertThat(refusals()).containsExactly("all");
    }

    @Test
    void a_no_to_the_installations_own_number_holds_for_those_who_have_none() {
        // Given
        sql.query("insert into engine.sender_identity (pack, tenant, channel, display_name) values ('growth', $1, 'voice', 'Maple')", tenant);
        sql.query("insert into engine.sender_identity (pack, tenant, channel, display_name, address) values ('growth', $1, 'voice', 'Cedar', $2)",
                other, OURS);

        // When
        var result = take("+15125550142", "STOP");

        // Then
        assertThat(result).isEqualTo("stranger:opt_out");
        assertThat(refusals()).containsExactly("all");
        assertThat(sql.query("select from engine.suppression where tenant = $1", other)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({OURS + ", Who is this?", "+15125550199, STOP"})
    void what_is_no_plain_no_or_came_to_no_number_of_the_tenants_changes_nothing_for_him(String number, String text) {
        // Given
        sql.query("insert into engine.sender_identity (pack, tenant, channel, display_name, address) values ('growth', $1, 'sms', 'Maple', $2)",
                tenant, OURS);

        // When
        take(number, text);

        // Then
        assertThat(refusals()).isEmpty();
    }

    private String take(String number, String text) {
        var incoming = new Incoming(UUID.randomUUID(), Channel.SMS, "twilio", null, List.of(number), "+15125550177", null, text, List.of(), Api.now(),
                List.of());
        return database.asService(tx -> takeReply.take(tx, incoming)).await().indefinitely();
    }

    private List<String> refusals() {
        return sql.query("select channel_family from engine.suppression where pack = 'growth' and tenant = $1", tenant).stream()
                .map(row -> row.getString(0)).toList();
    }
}
