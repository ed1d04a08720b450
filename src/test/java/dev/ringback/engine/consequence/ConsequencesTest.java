package dev.ringback.engine.consequence;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.consent.AddressHash;
import dev.ringback.engine.consent.Consent;
import dev.ringback.engine.consent.Origin;
import dev.ringback.engine.consent.Party;
import dev.ringback.engine.message.MessageStatus;
import dev.ringback.engine.progress.MessageEvents;
import dev.ringback.engine.progress.ProviderEvent;
import dev.ringback.engine.sql.Database;
import dev.ringback.testing.Api;
import dev.ringback.testing.GivenGrowth;
import dev.ringback.testing.GivenGrowth.Client;
import dev.ringback.testing.GrowthStage;

import static org.assertj.core.api.Assertions.assertThat;

/// What providers report about messages stops the next ones, in the transaction that records it.
@QuarkusTest
class ConsequencesTest extends GrowthStage {

    private static final String TEXAN = "+1512555%04d";

    @Inject
    Database application;
    @Inject
    MessageEvents messageEvents;
    @Inject
    Consent consent;
    @Inject
    AddressHash hash;

    private Client client;
    private String sarah;

    @BeforeEach
    void somebody() {
        client = GivenGrowth.client(mail, Map.of("followup_speed", "Within 1 hour"));
        sarah = GivenGrowth.somebody();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            complained | resend   | reason    | spam           | complained
            bounced    | mail     | code      | 5.1.1          | bounced
            bounced    | sendgrid | permanent | true           | bounced
            failed     | smtp     | reason    | smtp_550_5.1.1 | bounced
            """)
    void what_was_planned_to_the_address_does_not_leave(String event, String provider, String member, String value, String reason) {
        // Given
        var sent = sent("email", sarah);
        var lead = client.submits(sarah, ASKS);
        Api.dispatch();

        // When
        report(sent, MessageStatus.of(event), provider, Map.of(member, member.equals("permanent") ? (Object) Boolean.valueOf(value) : value));

        // Then
        assertThat(standing(lead)).isEqualTo("suppressed " + reason);
        Api.advanceClock("PT1H");
        Api.dispatch();
        assertThat(mail.sentTo(sarah)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sms      | twilio | twilio_21610 | all carrier_blocked
            sms      | telnyx | telnyx_40300 | all carrier_blocked
            whatsapp | meta   | meta_131050  | all carrier_blocked
            sms      | twilio | twilio_30003 | none
            """)
    void a_carriers_code_is_heard(String channel, String provider, String reason, String held) {
        // Given
        var number = TEXAN.formatted(Math.floorMod(UUID.randomUUID().hashCode(), 10_000));
        var sent = sent(channel, number);

        // When
        report(sent, MessageStatus.FAILED, provider, Map.of("reason", reason));

        // Then
        assertThat(held(number)).containsExactlyElementsOf(held.equals("none") ? List.of() : List.of(held));
    }

    @Test
    void a_report_that_comes_again_after_the_persons_start_suppresses_nothing() {
        // Given
        var sent = sent("sms", sarah);
        report(sent, MessageStatus.FAILED, "twilio", Map.of("reason", "twilio_21610"));
        var party = new Party("growth", client.id(), sarah);
        application.asService(tx -> consent.restart(tx, party, Channel.SMS, Origin.of("test", Map.of()))).await().indefinitely();

        // When
        report(sent, MessageStatus.FAILED, "twilio", Map.of("reason", "twilio_21610"));

        // Then
        assertThat(held(sarah)).isEmpty();
    }

    @Test
    void soft_bounces_in_a_row_over_days_make_a_pause() {
        // Given
        bounces(sent("email", sarah));
        bounces(sent("email", sarah));
        Api.advanceClock("P2D");
        var beforeTheThird = held(sarah);

        // When
        bounces(sent("email", sarah));

        // Then
        assertThat(beforeTheThird).isEmpty();
        assertThat(held(sarah)).containsExactly("email bouncing");
        Api.advanceClock("P31D");
        client.submits(sarah, ASKS);
        Api.advanceClock("PT1H");
        Api.dispatch();
        assertThat(mail.sentTo(sarah)).hasSize(1);
    }

    @Test
    void soft_bounces_of_one_day_make_none() {
        // When
        for (var nth = 0; nth < 5; nth++) {
            bounces(sent("email", sarah));
            Api.advanceClock("PT1H");
        }

        // Then
        assertThat(held(sarah)).isEmpty();
    }

    @Test
    void a_delivery_between_begins_the_row_anew() {
        // Given
        bounces(sent("email", sarah));
        bounces(sent("email", sarah));
        Api.advanceClock("P2D");
        report(sent("email", sarah), MessageStatus.DELIVERED, "resend", Map.of());
        Api.advanceClock("PT1H");

        // When
        bounces(sent("email", sarah));

        // Then
        assertThat(held(sarah)).isEmpty();
    }

    private void bounces(UUID message) {
        report(message, MessageStatus.BOUNCED, "mail", Map.of("code", "4.2.2"));
    }

    private void report(UUID message, MessageStatus event, String provider, Map<String, Object> detail) {
        var reported = new ProviderEvent(message, provider, null, "event", event, Api.now(), detail);
        application.asService(tx -> messageEvents.record(tx, List.of(reported))).await().atMost(Duration.ofSeconds(30));
    }

    private UUID sent(String channel, String to) {
        return database.query("""
                insert into engine.message (id, pack, tenant, subject_kind, subject_id, step, direction, channel, their_address, their_hash,
                                            their_key_id, status, submitting_at, sent_at)
                values (gen_random_uuid(), 'growth', $1, 'lead', gen_random_uuid()::text, 'step', 'out', $2, $3, $4, 'k1', 'sent', $5, $5)
                returning id""", client.id(), channel, to, Buffer.buffer(hash.of(to).value()), Api.now().atOffset(ZoneOffset.UTC))
                .getFirst().getUUID(0);
    }

    private List<String> held(String address) {
        return database.query("""
                select channel_family || ' ' || reason from engine.suppression
                 where address_hash = $1 and tenant = $2 and (until is null or until > $3)""", Buffer.buffer(hash.of(address).value()), client.id(),
                Api.now().atOffset(ZoneOffset.UTC)).stream().map(row -> row.getString(0)).toList();
    }

    private static String standing(String lead) {
        var row = database.query("select status::text, reason from engine.message where subject_id = $1", lead).getFirst();
        return row.getString(0) + " " + row.getString(1);
    }
}
