package dev.ringback.engine.delivery;

import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

import dev.ringback.testing.Api;
import dev.ringback.testing.BusyMailServer;
import dev.ringback.testing.GivenGrowth;
import dev.ringback.testing.GrowthStage;
import dev.ringback.testing.MailServer;

import static org.assertj.core.api.Assertions.assertThat;

/// What stops a planned message, what holds it, and what a crash does to it.
@QuarkusTest
class DeliverMessageTest extends GrowthStage {

    @AfterEach
    void no_brake_stays() {
        database.query("delete from engine.brake");
    }

    @Test
    void ticks_that_overlap_send_each_mail_once() {
        // Given
        var client = GivenGrowth.client(mail, Map.of());
        var people = IntStream.range(0, 40).mapToObj(_ -> GivenGrowth.somebody()).toList();
        people.forEach(person -> client.submits(person, ASKS));

        // When
        IntStream.range(0, 6).parallel().forEach(_ -> Api.dispatch());
        Api.dispatch();

        // Then
        assertThat(people).allSatisfy(person -> assertThat(mail.sentTo(person)).hasSize(1));
    }

    @Test
    void a_brake_holds_mail_and_lets_it_go_when_it_is_released() {
        // Given
        var client = GivenGrowth.client(mail, Map.of());
        var sarah = GivenGrowth.somebody();
        database.query("insert into engine.brake (tenant, reason) values ($1, 'complaints')", client.id());
        var lead = client.submits(sarah, ASKS);

        // When
        Api.dispatch();
        var held = statusAndReason(lead);
        var sentUnderBrake = mail.sentTo(sarah).size();
        database.query("delete from engine.brake");
        Api.advanceClock("PT5M");
        Api.dispatch();

        // Then
        assertThat(held).isEqualTo("planned complaints brake");
        assertThat(sentUnderBrake).isZero();
        assertThat(mail.sentTo(sarah)).hasSize(1);
    }

    @Test
    void a_message_that_a_crash_left_half_sent_goes_again_under_the_same_message_id() throws Exception {
        // Given
        var client = GivenGrowth.client(mail, Map.of());
        var sarah = GivenGrowth.somebody();
        var lead = client.submits(sarah, ASKS);
        Api.dispatch();
        database.query("update engine.message set status = 'submitting', sent_at = null where subject_id = $1", lead);
        database.query("select engine.enqueue('growth', 'engine.send', $1, 'lead', $2, 'again:' || $2, '2026-03-02T15:30:00Z', "
                + "(select jsonb_build_object('message', id) from engine.message where subject_id = $2))", client.id(), lead);

        // When
        Api.dispatch();

        // Then
        assertThat(mail.sentTo(sarah)).hasSize(2);
        assertThat(mail.sentTo(sarah).getFirst().getMessageID()).isEqualTo(mail.sentTo(sarah).getLast().getMessageID());
        assertThat(database.query("select uncertain_at is not null as uncertain, status from engine.message where subject_id = $1", lead).getFirst()
                .getBoolean("uncertain")).isTrue();
    }

    @Test
    void a_lead_that_is_archived_after_planning_is_not_written_to() {
        // Given
        var client = GivenGrowth.client(mail, Map.of("followup_speed", "Within 1 hour"));
        var sarah = GivenGrowth.somebody();
        var lead = client.submits(sarah, ASKS);
        Api.dispatch();
        database.query("update growth.lead_memory set archived = true, current_tag = 'Archived' where id = $1", UUID.fromString(lead));

        // When
        Api.advanceClock("PT1H");
        Api.dispatch();

        // Then
        assertThat(mail.sentTo(sarah)).isEmpty();
        assertThat(statusAndReason(lead)).isEqualTo("skipped lead_archived subject");
    }

    @Test
    void a_template_with_an_unknown_variable_is_refused_instead_of_mailing_a_hole() {
        // Given
        var client = GivenGrowth.client(mail, Map.of("email_tone", "Energetic"));
        var sarah = GivenGrowth.somebody();
        var shipped = database.query("select body_text from engine.template where language = 'en' and tone = 'Energetic'").getFirst().getString(0);
        database.query("update engine.template set version = version + 1, body_text = 'Hi {{ nmae }}' where language = 'en' and tone = 'Energetic'");
        var lead = client.submits(sarah, ASKS);

        // When
        Api.dispatch();
        database.query("update engine.template set version = version + 1, body_text = $1 where language = 'en' and tone = 'Energetic'", shipped);

        // Then
        assertThat(mail.sentTo(sarah)).isEmpty();
        assertThat(statusAndReason(lead)).isEqualTo("failed template_variable_missing:nmae template");
    }

    @Test
    void a_mail_server_that_is_down_is_tried_again_later() {
        // Given
        var gone = new MailServer();
        var port = gone.port();
        gone.close();
        var client = GivenGrowth.client(mail, Map.of("smtp_port", port));
        var sarah = GivenGrowth.somebody();
        client.submits(sarah, ASKS);

        // When
        Api.dispatch();
        database.query("update growth.clients set smtp_port = $1 where client_id = $2", mail.port(), UUID.fromString(client.id()));
        Api.advanceClock("PT1M");
        Api.dispatch();

        // Then
        assertThat(mail.sentTo(sarah)).hasSize(1);
    }

    @Test
    void a_mail_that_a_server_did_not_take_this_time_is_still_planned() throws Exception {
        try (var busy = new BusyMailServer()) {
            // Given
            var client = GivenGrowth.client(mail, Map.of("smtp_port", busy.port()));
            var sarah = GivenGrowth.somebody();
            var lead = client.submits(sarah, ASKS);

            // When
            Api.dispatch();
            var refused = statusAndReason(lead);
            database.query("update growth.clients set smtp_port = $1 where client_id = $2", mail.port(), UUID.fromString(client.id()));
            Api.advanceClock("PT1M");
            Api.dispatch();

            // Then
            assertThat(refused).isEqualTo("planned smtp_451 provider");
            assertThat(mail.sentTo(sarah)).hasSize(1);
            assertThat(database.query("select id from engine.message where subject_id = $1 and uncertain_at is not null", lead)).isEmpty();
        }
    }

    @Test
    void a_client_that_empties_its_address_writes_from_the_installations() throws Exception {
        // Given
        var client = GivenGrowth.client(mail, Map.of("outbound_email", ""));
        var sarah = GivenGrowth.somebody();
        client.submits(sarah, ASKS);

        // When
        Api.dispatch();

        // Then
        assertThat(mail.sentTo(sarah)).hasSize(1);
        assertThat(mail.sentTo(sarah).getFirst().getFrom()[0].toString()).contains("no-reply@localhost");
    }

    private static String statusAndReason(String lead) {
        var row = database.query("select status, reason, rule from engine.message where subject_id = $1", lead).getFirst();
        return "%s %s %s".formatted(row.getString("status"), row.getString("reason"), row.getString("rule"));
    }
}
