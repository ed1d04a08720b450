package dev.ringback.engine.hours;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.core.buffer.Buffer;

import dev.ringback.engine.consent.AddressHash;
import dev.ringback.testing.Api;
import dev.ringback.testing.TestDatabase;

import static org.hamcrest.Matchers.is;

/// Noon in Miami is 17:00 UTC.
@QuarkusTest
class SendHoursTest {

    private static final String NIGHT = "2026-03-03T02:00:00Z";
    private static final String NOON = "2026-03-02T17:00:00Z";

    private final TestDatabase database = new TestDatabase();
    private final String tenant = UUID.randomUUID().toString();

    @Inject
    AddressHash hash;

    @BeforeEach
    void sender() {
        for (var channel : List.of("sms", "voice", "whatsapp")) {
            database.query("insert into engine.sender_identity (pack, tenant, channel, display_name) values ('growth', $1, $2, 'Maple')", tenant,
                    channel);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # number      | wrote at             | sends at
            +13055551234  | 2026-03-03T01:30:01Z | 2026-03-03T02:00:00Z
            +13055551234  | 2026-03-03T01:30:00Z | 2026-03-03T13:00:00Z
            +33142345678  | 2026-03-03T01:59:00Z | 2026-03-03T09:00:00Z
            """)
    void an_answer_in_a_live_conversation_passes_the_hours_that_leave_answers_alone(String number, String wroteAt, String sendsAt) {
        // Given
        Api.setClock(NIGHT);
        consentToCalls(number);
        message(number, "voice", "in", "received", wroteAt);

        // When
        var answer = preview("voice", number);

        // Then
        answer.body("sends_at", is(sendsAt));
    }

    @Test
    void florida_is_not_called_a_fourth_time_within_a_day() {
        // Given
        Api.setClock(NOON);
        consentToCalls("+13055551234");
        message("+13055551234", "voice", "out", "sent", "2026-03-01T18:00:00Z");
        message("+13055551234", "voice", "out", "sent", "2026-03-02T14:00:00Z");
        var second = preview("voice", "+13055551234");
        message("+13055551234", "voice", "out", "sent", "2026-03-02T15:00:00Z");

        // When
        var fourth = preview("voice", "+13055551234");

        // Then
        second.body("sends_at", is(NOON));
        fourth.body("sends_at", is("2026-03-02T18:00:00Z"))
                .body("steps[0].verdicts.find { it.verdict != 'clear' }.rule", is("frequency_cap"))
                .body("steps[0].verdicts.find { it.verdict != 'clear' }.reason", is("contact_cap:US-FL"));
    }

    @ParameterizedTest
    @CsvSource({"whatsapp,2026-03-01T17:00:01Z,clear,", "whatsapp,2026-03-01T17:00:00Z,capability,held_window",
            "sms,2026-03-02T16:00:00Z,capability,held_window"})
    void free_text_on_whatsapp_follows_the_persons_own_within_a_day(String channel, String wroteAt, String rule, String reason) {
        // Given
        Api.setClock(NOON);
        message("+61412345678", channel, "in", "received", wroteAt);

        // When
        var answer = preview("whatsapp", "+61412345678");

        // Then
        answer.body("rule", is(rule)).body("reason", is(reason));
    }

    // Without it nobody is called, whatever the hour.
    private void consentToCalls(String number) {
        var hashed = hash.of(number);
        database.query("""
                insert into engine.consent_event (pack, tenant, address_hash, key_id, channel_family, event, source, at)
                values ('growth', $1, $2, $3, 'phone', 'granted', 'test', '2026-01-01T00:00:00Z')""",
                tenant, Buffer.buffer(hashed.value()).getDelegate(), hashed.keyId());
    }

    private void message(String number, String channel, String direction, String status, String at) {
        database.query("""
                insert into engine.message (id, pack, tenant, subject_kind, subject_id, step, direction, channel, their_address, their_hash, status,
                                            received_at, submitting_at)
                values (gen_random_uuid(), 'growth', $1, 'lead', 'somebody', 'call', $2, $3, $4, $5, $6::text::engine.message_status,
                        case when $2 = 'in' then $7::text::timestamptz end, case when $2 = 'out' then $7::text::timestamptz end)""",
                tenant, direction, channel, number, Buffer.buffer(hash.of(number).value()).getDelegate(), status, at);
    }

    private ValidatableResponse preview(String channel, String number) {
        var plan = new HashMap<String, Object>(Map.of("pack", "growth", "tenant", tenant, "channel", channel, "to", number, "step", "call"));
        return Api.post("preview", Api.SECRET_KEY, plan).statusCode(200);
    }
}
