package dev.ringback.engine.explain;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

import dev.ringback.testing.Api;
import dev.ringback.testing.GivenGrowth;
import dev.ringback.testing.GrowthStage;
import dev.ringback.testing.MailWorker;
import dev.ringback.testing.ScriptedMailServer;

import static org.assertj.core.api.Assertions.assertThat;

/// Every message says why it was sent or was not.
@QuarkusTest
class ExplainSendTest extends GrowthStage {

    @AfterEach
    void no_brake_stays() {
        database.query("delete from engine.brake");
    }

    @Test
    void a_sent_message_says_what_let_it_go_and_what_was_reported() {
        // Given
        var client = GivenGrowth.client(mail, Map.of());
        var lead = client.submits(GivenGrowth.somebody(), ASKS);

        // When
        Api.dispatch();

        // Then
        assertThat(verdicts(client.key(), lead)).containsExactly("2026-03-02T15:30:00Z send clear null null");
        assertThat(events(client.key(), lead)).containsExactly("sent smtp");
    }

    @Test
    void a_deferred_message_says_by_what_and_until_when() {
        // Given
        var client = GivenGrowth.client(mail, Map.of());
        database.query("update engine.sender_identity set daily_cap = 1 where tenant = $1", client.id());
        client.submits(GivenGrowth.somebody(), ASKS);
        Api.dispatch();
        var lead = client.submits(GivenGrowth.somebody(), ASKS);

        // When
        Api.dispatch();

        // Then
        assertThat(verdicts(client.key(), lead)).containsExactly("2026-03-02T15:30:00Z defer sender_cap daily_cap 2026-03-03T00:00:00Z");
    }

    @Test
    void a_refused_message_says_why() {
        // Given
        var client = GivenGrowth.client(mail, Map.of("followup_speed", "Within 1 hour"));
        var lead = client.submits(GivenGrowth.somebody(), ASKS);
        Api.dispatch();
        database.query("update growth.lead_memory set archived = true, current_tag = 'Archived' where id::text = $1", lead);
        Api.advanceClock("PT1H");

        // When
        Api.dispatch();

        // Then
        assertThat(verdicts(Api.SECRET_KEY, lead)).containsExactly("2026-03-02T16:30:00Z refuse subject lead_archived null");
    }

    @Test
    void a_message_that_an_answer_cancelled_says_so() throws Exception {
        // Given
        var client = GivenGrowth.client(mail, Map.of("followup_speed", "Within 1 hour"));
        var lead = client.submits(GivenGrowth.somebody(), ASKS);
        Api.dispatch();

        // When
        database.query("""
                insert into engine.message (id, pack, tenant, subject_kind, subject_id, step, direction, channel, their_address, their_hash, status,
                                            our_address, sent_at, reference)
                select gen_random_uuid(), pack, tenant, subject_kind, subject_id, 'earlier', 'out', channel, their_address, their_hash, 'sent',
                       $2, now(), 'earlier-' || subject_id from engine.message where subject_id = $1""", lead, client.address());
        var to = database.query("select their_address from engine.message where subject_id = $1", lead).getFirst().getString(0);
        MailWorker.handIn(MailWorker.mail(to, client.address(), "<earlier-" + lead + ">", "Tuesday suits me."))
                .statusCode(200);
        Api.dispatch();

        // Then
        assertThat(verdicts(client.key(), lead)).containsExactly("2026-03-02T15:30:00Z cancel reply answered null");
    }

    @Test
    void a_message_without_an_answer_from_its_provider_is_uncertain_until_it_goes_again() throws IOException {
        try (var silent = new ScriptedMailServer("127.0.0.1", Map.of(".", "hang up"), null)) {
            // Given
            var client = GivenGrowth.client(mail, Map.of("smtp_port", silent.port()));
            var lead = client.submits(GivenGrowth.somebody(), ASKS);

            // When
            Api.dispatch();

            // Then
            assertThat(verdicts(client.key(), lead)).containsExactly("2026-03-02T15:30:00Z send clear null null",
                    "2026-03-02T15:30:00Z uncertain uncertain no_answer null");
        }
    }

    @Test
    void another_clients_messages_are_not_there() {
        // Given
        var client = GivenGrowth.client(mail, Map.of());
        var other = GivenGrowth.client(mail, Map.of());
        var lead = client.submits(GivenGrowth.somebody(), ASKS);
        Api.dispatch();
        var id = database.query("select id::text from engine.message where subject_id = $1", lead).getFirst().getString(0);

        // When
        var seen = verdicts(other.key(), lead);

        // Then
        assertThat(seen).isEmpty();
        Api.get("explain-send/" + id, other.key()).statusCode(404);
        Api.get("explain-send/" + id, client.key()).statusCode(200);
    }

    private static List<String> verdicts(String key, String lead) {
        return lines(key, lead,
                "messages.verdicts.flatten().collect { it.at + ' ' + it.verdict + ' ' + it.rule + ' ' + it.reason + ' ' + it.until }");
    }

    private static List<String> events(String key, String lead) {
        return lines(key, lead, "messages.events.flatten().collect { it.event + ' ' + it.provider }");
    }

    private static List<String> lines(String key, String lead, String path) {
        return Api.get("explain-send?pack=growth&subject_kind=lead&subject_id=" + lead, key).statusCode(200).extract().path(path);
    }
}
