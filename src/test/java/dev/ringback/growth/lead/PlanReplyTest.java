package dev.ringback.growth.lead;

import java.util.List;
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
    void a_lead_that_another_client_has_taken_over_is_answered_as_its() {
        // Given
        var maple = GivenGrowth.client(mail, Map.of());
        var cedar = GivenGrowth.client(mail, Map.of());
        var stays = maple.submits(GivenGrowth.somebody(), ASKS);
        var moves = maple.submits(GivenGrowth.somebody(), ASKS);
        database.query("update growth.lead_memory set client_id = $2 where id = $1", UUID.fromString(moves), UUID.fromString(cedar.id()));

        // When
        Api.dispatch();

        // Then
        assertThat(tenants(stays)).containsExactly(maple.id());
        assertThat(tenants(moves)).containsExactly(cedar.id());
    }

    private static List<String> tenants(String lead) {
        return database.query("select tenant from engine.message where subject_id = $1 and direction = 'out'", lead).stream()
                .map(row -> row.getString(0)).toList();
    }

    @Test
    void a_poisonous_lead_takes_its_mates_along_once_and_then_fails_alone() {
        // Given
        var client = GivenGrowth.client(mail, Map.of());
        var poison = client.submits(GivenGrowth.somebody(), ASKS);
        var mates = List.of(GivenGrowth.somebody(), GivenGrowth.somebody());
        mates.forEach(mate -> client.submits(mate, ASKS));
        poison(poison);

        // When
        Api.dispatch();
        var atFirst = mates.stream().mapToInt(mate -> mail.sentTo(mate).size()).sum();
        Api.advanceClock("PT1M");
        Api.dispatch();
        var attempts = database.query("select attempts from engine.work where subject_id = $1", poison);
        heal(poison);

        // Then
        assertThat(atFirst).isZero();
        assertThat(mates).allSatisfy(mate -> assertThat(mail.sentTo(mate)).hasSize(1));
        assertThat(attempts).extracting(row -> row.getInteger(0)).containsExactly(2);
        assertThat(tenants(poison)).isEmpty();
    }

    private static void poison(String lead) {
        database.query("create function public.poison() returns trigger language plpgsql as 'begin raise exception ''poison''; end'");
        database.query(
                "create trigger poison before insert on engine.message for each row when (new.subject_id = '%s') execute function public.poison()"
                        .formatted(lead));
    }

    private static void heal(String lead) {
        database.query("drop function public.poison() cascade");
        database.query("delete from engine.work where subject_id = $1", lead);
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
