package dev.ringback.engine.thread;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

import dev.ringback.testing.Api;
import dev.ringback.testing.GivenGrowth;
import dev.ringback.testing.GrowthStage;
import dev.ringback.testing.MailWorker;

import static org.assertj.core.api.Assertions.assertThat;

/// What machines send back: an absence makes the next message wait, a report tells what became of one.
@QuarkusTest
class MachineMailTest extends GrowthStage {

    @Test
    void what_is_planned_waits_until_the_person_is_back() throws Exception {
        // Given
        var client = GivenGrowth.client(mail, Map.of("followup_speed", "Within 1 hour"));
        var sarah = GivenGrowth.somebody();
        var lead = client.submits(sarah, ASKS);
        later("PT1H");
        var first = mail.sentTo(sarah).getFirst().getMessageID();
        client.submits(sarah, "Hello again, I forgot: it is the garage roof.");
        Api.dispatch();

        // When
        MailWorker.handIn(absence(MailWorker.mail(sarah, client.address(), first, "I am away and back on 3 March 2026."))).statusCode(200);
        later("PT2H");

        // Then
        assertThat(mail.sentTo(sarah)).hasSize(1);
        assertThat(history(lead)).doesNotContain("replied");
        Api.setClock("2026-03-03T15:00:00Z");
        Api.dispatch();
        assertThat(mail.sentTo(sarah)).hasSize(2);
    }

    @Test
    void an_absence_without_a_date_changes_nothing() throws Exception {
        // Given
        var client = GivenGrowth.client(mail, Map.of("followup_speed", "Within 1 hour"));
        var sarah = GivenGrowth.somebody();
        client.submits(sarah, ASKS);
        later("PT1H");
        var first = mail.sentTo(sarah).getFirst().getMessageID();
        client.submits(sarah, "Hello again, I forgot: it is the garage roof.");
        Api.dispatch();

        // When
        MailWorker.handIn(absence(MailWorker.mail(sarah, client.address(), first, "I am away."))).statusCode(200);
        later("PT2H");

        // Then
        assertThat(mail.sentTo(sarah)).hasSize(2);
    }

    @Test
    void a_report_of_a_failure_is_an_event_of_the_message_that_it_names() throws Exception {
        // Given
        var sarah = GivenGrowth.somebody();
        var first = sentTo(sarah);

        // When
        var event = report(first, sarah, "failed", "5.1.1");

        // Then
        assertThat(result(event)).isEqualTo("bounce:recorded");
        assertThat(bounces(first)).containsExactly("5.1.1 true");
    }

    @Test
    void a_report_of_a_delay_is_none() throws Exception {
        // Given
        var sarah = GivenGrowth.somebody();
        var first = sentTo(sarah);

        // When
        var event = report(first, sarah, "delayed", "4.4.1");

        // Then
        assertThat(result(event)).isEqualTo("report:delayed");
        assertThat(bounces(first)).isEmpty();
    }

    @Test
    void a_report_of_somebody_elses_mail_is_nobodys() {
        // When
        var event = report("<%s@elsewhere.example>".formatted(UUID.randomUUID()), "ann@people.example", "failed", "5.1.1");

        // Then
        assertThat(result(event)).isEqualTo("bounce:unknown");
    }

    private static void later(String duration) {
        Api.dispatch();
        Api.advanceClock(duration);
        Api.dispatch();
    }

    private static String sentTo(String person) throws Exception {
        GivenGrowth.client(mail, Map.of()).submits(person, ASKS);
        tick();
        return mail.sentTo(person).getFirst().getMessageID();
    }

    private static String absence(String mime) {
        return mime.replace("MIME-Version", "Auto-Submitted: auto-replied\r\nMIME-Version");
    }

    private static String report(String messageId, String recipient, String action, String status) {
        var event = UUID.randomUUID().toString();
        MailWorker.handIn(event, """
                From: MAILER-DAEMON@mx.people.example
                To: hello@maple.example
                Subject: Undelivered Mail Returned to Sender
                Content-Type: multipart/report; report-type=delivery-status; boundary=d1

                --d1
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.people.example

                Final-Recipient: rfc822; %s
                Action: %s
                Status: %s

                --d1
                Content-Type: text/rfc822-headers

                Message-ID: %s

                --d1--
                """.formatted(recipient, action, status, messageId).replace("\n", "\r\n")).statusCode(200);
        tick();
        return event;
    }

    private static String result(String event) {
        return database.query("select result from engine.inbox where event_id = $1", event).getFirst().getString(0);
    }

    private static List<String> bounces(String messageId) {
        return database.query("""
                select (e.detail ->> 'code') || ' ' || (e.detail ->> 'permanent') from engine.message_event e
                  join engine.message m on m.id = e.message
                 where m.reference = $1 and e.event = 'bounced' and m.bounced_at is not null""",
                messageId.replaceAll("[<>]", "")).stream().map(row -> row.getString(0)).toList();
    }
}
