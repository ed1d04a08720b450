package dev.ringback.growth.lead;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

import dev.ringback.testing.Api;
import dev.ringback.testing.GivenGrowth;
import dev.ringback.testing.GrowthStage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

/// When a lead is answered, in which words, and when not.
@QuarkusTest
class PlanReplyTest extends GrowthStage {

    @Test
    void a_french_client_answers_in_french_and_in_its_tone() throws Exception {
        // Given
        var client = GivenGrowth.client(mail, Map.of("language", "fr", "email_tone", "Formal"));
        var luc = GivenGrowth.somebody();

        // When
        client.submits(luc, "Bonjour, je souhaiterais obtenir un devis pour ma toiture. Merci.");
        Api.dispatch();

        // Then
        assertThat((String) mail.sentTo(luc).getFirst().getContent()).contains("Nous accusons réception de votre demande");
    }

    @Test
    void within_one_hour_means_between_15_and_55_minutes() {
        // Given
        var client = GivenGrowth.client(mail, Map.of("followup_speed", "Within 1 hour"));
        var sarah = GivenGrowth.somebody();
        client.submits(sarah, ASKS);

        // When
        Api.dispatch();
        Api.advanceClock("PT14M59S");
        Api.dispatch();
        var early = mail.sentTo(sarah).size();
        Api.advanceClock("PT40M2S");
        Api.dispatch();

        // Then
        assertThat(early).isZero();
        assertThat(mail.sentTo(sarah)).hasSize(1);
    }

    @Test
    void the_same_day_means_when_the_house_is_open() {
        // Given
        Api.setClock("2026-03-02T22:30:00Z");
        var client = GivenGrowth.client(mail, Map.of("followup_speed", "Same day", "time_zone", "America/Toronto"));
        var sarah = GivenGrowth.somebody();
        client.submits(sarah, ASKS);

        // When
        Api.dispatch();
        Api.setClock("2026-03-03T13:59:59Z");
        Api.dispatch();
        var beforeNine = mail.sentTo(sarah).size();
        Api.setClock("2026-03-03T14:00:00Z");
        Api.dispatch();

        // Then
        assertThat(beforeNine).isZero();
        assertThat(mail.sentTo(sarah)).hasSize(1);
    }

    @Test
    void a_lead_that_plain_sql_inserts_is_read_and_answered_too() {
        // Given
        var client = GivenGrowth.client(mail, Map.of());
        var sarah = GivenGrowth.somebody();
        var now = Api.now().atOffset(java.time.ZoneOffset.UTC);

        // When
        database.query("insert into growth.lead_memory (client_id, email, name, message, last_submitted_at) values ($1, $2, 'Sarah', $3, $4)",
                UUID.fromString(client.id()), sarah, ASKS, now);
        Api.advanceClock("PT1S");
        Api.dispatch();

        // Then
        assertThat(mail.sentTo(sarah)).hasSize(1);
        Api.get("growth-leads", client.key()).body("items.intent", contains("pricing"));
    }

    @Test
    void what_is_older_than_a_day_is_not_answered_and_says_so() {
        // Given
        var client = GivenGrowth.client(mail, Map.of());
        var sarah = GivenGrowth.somebody();
        var lead = client.submits(sarah, ASKS);

        // When
        Api.advanceClock("PT24H1S");
        Api.dispatch();

        // Then
        assertThat(mail.sentTo(sarah)).isEmpty();
        Api.get("growth-lead-timeline/" + lead, client.key())
                .body("entries.find { it.kind == 'message' }.what", is("skipped"), "entries.find { it.kind == 'message' }.detail", is("too_old"));
    }

    @Test
    void columns_that_plain_sql_leaves_empty_stop_no_answer() {
        // Given
        var client = GivenGrowth.client(mail, Map.of());
        var read = GivenGrowth.somebody();
        var unread = GivenGrowth.somebody();
        var now = Api.now().atOffset(java.time.ZoneOffset.UTC);

        // When
        database.query("insert into growth.lead_memory (client_id, email, name, language, intent, last_submitted_at) "
                + "values ($1, $2, 'Sarah', null, 'other', $4), ($1, $3, 'Sarah', null, null, $4)", UUID.fromString(client.id()), read, unread, now);
        Api.advanceClock("PT1S");
        Api.dispatch();

        // Then
        assertThat(mail.sentTo(read)).hasSize(1);
        assertThat(mail.sentTo(unread)).hasSize(1);
    }

    @Test
    void what_is_withheld_is_recorded_once_though_its_work_runs_twice() {
        // Given
        var client = GivenGrowth.client(mail, Map.of());
        var lead = client.submits(GivenGrowth.somebody(), ASKS);
        Api.advanceClock("PT24H1S");
        Api.dispatch();
        database.query("select engine.enqueue_all(array[growth.reply_work($1, $2)])", UUID.fromString(lead), UUID.fromString(client.id()));
        Api.setClock("2099-03-02T15:30:00Z");

        // When
        Api.dispatch();

        // Then
        assertThat(database.query("select id from engine.work where subject_id = $1", lead)).isEmpty();
        assertThat(history(lead)).containsExactly("submitted", "withheld:too_old");
    }
}
