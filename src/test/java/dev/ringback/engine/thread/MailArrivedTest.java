package dev.ringback.engine.thread;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

import dev.ringback.testing.Api;
import dev.ringback.testing.GivenGrowth;
import dev.ringback.testing.GrowthStage;
import dev.ringback.testing.MailWorker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

/// An answer comes in: whose it is, what it stops, and that it counts once.
@QuarkusTest
class MailArrivedTest extends GrowthStage {

    @Test
    void an_answer_cancels_what_is_still_planned() throws Exception {
        // Given
        var client = GivenGrowth.client(mail, Map.of("followup_speed", "Within 1 hour"));
        var sarah = GivenGrowth.somebody();
        var lead = client.submits(sarah, ASKS);
        Api.dispatch();
        Api.advanceClock("PT1H");
        Api.dispatch();
        var first = mail.sentTo(sarah).getFirst().getMessageID();
        client.submits(sarah, "Hello again, I forgot: it is the garage roof.");
        Api.dispatch();

        // When
        MailWorker.handIn(MailWorker.mail(sarah, client.address(), first, "Tuesday at ten suits me.")).statusCode(200);
        Api.dispatch();
        Api.advanceClock("PT2H");
        Api.dispatch();

        // Then
        assertThat(mail.sentTo(sarah)).hasSize(1);
        Api.get("growth-lead-timeline/" + lead, client.key())
                .body("entries.findAll { it.kind == 'message' }.what", contains("replied", "cancelled"));
        assertThat(database.query("select id from engine.work where subject_id = $1", lead)).isEmpty();
    }

    @Test
    void an_answer_without_references_finds_its_lead_by_the_two_addresses() {
        // Given
        var client = GivenGrowth.client(mail, Map.of());
        var sarah = GivenGrowth.somebody();
        var lead = client.submits(sarah, ASKS);
        tick();

        // When
        MailWorker.handIn(MailWorker.mail("Sarah <%s>".formatted(sarah), client.address(), "", "Yes please")).statusCode(200);
        tick();

        // Then
        assertThat(history(lead)).containsExactly("submitted", "answered", "replied");
    }

    @Test
    void the_same_mail_handed_in_three_times_is_one_answer() throws Exception {
        // Given
        var client = GivenGrowth.client(mail, Map.of());
        var sarah = GivenGrowth.somebody();
        var lead = client.submits(sarah, ASKS);
        tick();
        var mime = MailWorker.mail(sarah, client.address(), mail.sentTo(sarah).getFirst().getMessageID(), "Yes please");
        var event = UUID.randomUUID().toString();

        // When
        MailWorker.handIn(event, mime).statusCode(200).body("stored", is(true));
        MailWorker.handIn(event, mime).statusCode(200).body("stored", is(false));
        tick();
        MailWorker.handIn(event, mime).statusCode(200).body("stored", is(false));
        tick();

        // Then
        assertThat(history(lead)).containsExactly("submitted", "answered", "replied");
    }

    @Test
    void an_out_of_office_note_stops_nothing() throws Exception {
        // Given
        var client = GivenGrowth.client(mail, Map.of());
        var sarah = GivenGrowth.somebody();
        var lead = client.submits(sarah, ASKS);
        tick();
        var mime = MailWorker.mail(sarah, client.address(), mail.sentTo(sarah).getFirst().getMessageID(), "I am away until 9 March. Unsubscribe");

        // When
        MailWorker.handIn("Auto-Submitted: auto-replied\r\n" + mime).statusCode(200);
        tick();

        // Then
        assertThat(history(lead)).containsExactly("submitted", "answered");
        assertThat(database.query("select id from engine.suppression where tenant = $1", client.id())).isEmpty();
    }

    @Test
    void an_opt_out_reaches_what_was_planned_before_it_and_no_other_client() throws Exception {
        // Given
        var slow = GivenGrowth.client(mail, Map.of("followup_speed", "Within 1 hour"));
        var other = GivenGrowth.client(mail, Map.of());
        var sarah = GivenGrowth.somebody();
        var lead = slow.submits(sarah, ASKS);
        Api.dispatch();
        Api.advanceClock("PT1H");
        Api.dispatch();
        var first = mail.sentTo(sarah).getFirst().getMessageID();
        slow.submits(sarah, "And the gutters?");
        Api.dispatch();

        // When
        MailWorker.handIn(MailWorker.mail(sarah, slow.address(), first, "STOP")).statusCode(200);
        Api.dispatch();
        Api.advanceClock("PT1H");
        Api.dispatch();
        other.submits(sarah, ASKS);
        Api.dispatch();

        // Then
        assertThat(mail.sentTo(sarah)).as("the reply, the confirmation and the other client's").hasSize(3);
        assertThat(mail.sentTo(sarah).getLast().getFrom()[0].toString()).contains(other.address());
        Api.get("growth-lead-timeline/" + lead, slow.key()).body("entries.findAll { it.kind == 'message' }.detail", hasItem("opted_out"))
                .body("entries.findAll { it.kind == 'message' }.what", not(hasItem("planned")));
    }

    @Test
    void an_opt_out_from_another_address_holds_for_the_one_that_was_written_to() throws Exception {
        // Given
        var client = GivenGrowth.client(mail, Map.of());
        var sarah = GivenGrowth.somebody();
        var lead = client.submits(sarah, ASKS);
        tick();
        var first = mail.sentTo(sarah).getFirst().getMessageID();

        // When
        MailWorker.handIn(MailWorker.mail(GivenGrowth.somebody(), client.address(), first, "Please stop writing to me.")).statusCode(200);
        tick();
        client.submits(sarah, ASKS);
        tick();

        // Then
        assertThat(mail.sentTo(sarah)).hasSize(1);
        assertThat(history(lead)).containsExactly("submitted", "answered", "opted_out", "submitted");
        assertThat(database.query("select id from engine.suppression where tenant = $1", client.id())).hasSize(2);
    }

    @Test
    void an_answer_without_references_finds_its_lead_however_the_client_writes_its_address() {
        // Given
        var address = "Hello@%s.EXAMPLE".formatted(UUID.randomUUID());
        var client = GivenGrowth.client(mail, Map.of("outbound_email", address));
        var sarah = GivenGrowth.somebody();
        var lead = client.submits(sarah, ASKS);
        tick();

        // When
        MailWorker.handIn(MailWorker.mail(sarah, address, "", "Yes please")).statusCode(200);
        tick();

        // Then
        assertThat(history(lead)).containsExactly("submitted", "answered", "replied");
    }
}
