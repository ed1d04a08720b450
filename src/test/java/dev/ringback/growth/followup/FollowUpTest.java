package dev.ringback.growth.followup;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;

import dev.ringback.testing.Api;
import dev.ringback.testing.GivenGrowth;
import dev.ringback.testing.GrowthStage;
import dev.ringback.testing.MailWorker;

import static org.assertj.core.api.Assertions.assertThat;

/// The ladder of reminders, through HTTP and SMTP.
@QuarkusTest
class FollowUpTest extends GrowthStage {

    private static final int DAILY = 5;

    private GivenGrowth.Client client;
    private String sarah;
    private String lead;

    @BeforeEach
    void a_lead_to_follow_up() {
        client = GivenGrowth.client(mail, Map.of("email_tone", "Formal"));
        sarah = GivenGrowth.somebody();
        lead = client.submits(sarah, "Bonjour, je voudrais un devis pour ma toiture");
        tick();
        tag("Follow-Up");
        tick();
    }

    @Test
    void three_reminders_leave_on_their_days_in_the_leads_language_and_no_fourth() throws Exception {
        // When
        for (var day = 0; day < 20; day++) {
            Api.advanceClock("P1D");
            Api.dispatch();
        }

        // Then
        assertThat(history(lead)).filteredOn("followed_up"::equals).hasSize(3);
        assertThat(daysUntilReminded()).containsExactly(2L, 5L, 10L);
        assertThat(mail.sentTo(sarah)).hasSize(4);
        assertThat((String) mail.sentTo(sarah).get(1).getContent()).contains("Nous nous permettons de revenir sur votre demande");
        assertThat((String) mail.sentTo(sarah).get(3).getContent()).contains("nous considérons votre demande comme close");
        assertThat(work()).isEmpty();
    }

    @Test
    void an_answer_ends_them() throws Exception {
        // Given
        days(2);
        var reminder = mail.sentTo(sarah).getLast();

        // When
        MailWorker.handIn(MailWorker.mail(sarah, client.address(), reminder.getMessageID(), "Oui, on peut se parler lundi.")).statusCode(200);
        days(20);

        // Then
        assertThat(history(lead)).filteredOn("followed_up"::equals).hasSize(1);
        assertThat(work()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Converted", "Active"})
    void another_tag_ends_them(String tag) {
        // Given
        days(2);

        // When
        tag(tag);
        days(20);

        // Then
        assertThat(history(lead)).filteredOn("followed_up"::equals).hasSize(1);
        assertThat(work()).isEmpty();
    }

    @Test
    void a_reminder_that_is_planned_does_not_outlive_the_conversion() {
        // Given
        Api.post("brake", Api.SECRET_KEY, Map.of("pack", "growth", "tenant", client.id(), "reason", "a look first")).statusCode(200);
        days(2);
        assertThat(reminders()).singleElement().asString().startsWith("planned");

        // When
        tag("Converted");

        // Then
        assertThat(reminders()).containsExactly("cancelled no_follow_up");
    }

    @Test
    void an_opt_out_ends_them() throws Exception {
        // Given
        days(2);

        // When
        MailWorker.handIn(MailWorker.mail(sarah, client.address(), mail.sentTo(sarah).getLast().getMessageID(), "STOP")).statusCode(200);
        days(20);

        // Then
        assertThat(history(lead)).filteredOn("followed_up"::equals).hasSize(1);
        assertThat(work()).isEmpty();
    }

    @Test
    void a_form_that_is_sent_again_ends_them() {
        // When
        client.submits(sarah, "Toujours intéressée !");
        days(20);

        // Then
        assertThat(history(lead)).doesNotContain("followed_up");
    }

    @Test
    void a_second_time_is_a_second_ladder() {
        // Given
        days(2);
        tag("Active");

        // When
        tag("Follow-Up");
        days(3);

        // Then
        assertThat(history(lead)).filteredOn("followed_up"::equals).hasSize(2);
    }

    @Test
    void a_lead_that_somebody_is_just_changing_holds_up_no_other_and_is_reminded_afterwards() {
        // Given
        var rosa = GivenGrowth.somebody();
        var other = client.submits(rosa, "Bonjour, je voudrais un devis pour ma toiture");
        tick();
        Api.post("growth-lead-tag", client.key(), Map.of("lead_id", other, "tag", "Follow-Up")).statusCode(200);

        // When
        var meanwhile = database.asOwner(open -> {
            open.query("select 1 from growth.lead_memory where id = $1 for update", UUID.fromString(lead));
            days(3);
            return List.of(reminders(lead).size(), reminders(other).size());
        });
        days(1);

        // Then
        assertThat(meanwhile).containsExactly(0, 1);
        assertThat(reminders(lead)).hasSize(1);
    }

    @Test
    void a_test_lead_is_never_reminded() {
        // Given
        Api.post("growth-test-data", Api.SECRET_KEY, Map.of("lead_ids", List.of(lead))).statusCode(200);

        // When
        days(20);

        // Then
        assertThat(mail.sentTo(sarah)).hasSize(1);
        assertThat(reminders()).isEmpty();
    }

    // Each of a ladder's first days, then as far on as its last rung is.
    private static void days(int days) {
        for (var day = 0; day < days; day += day < DAILY ? 1 : DAILY) {
            Api.advanceClock(day < DAILY ? "P1D" : "P%dD".formatted(Math.min(DAILY, days - day)));
            Api.dispatch();
        }
    }

    private void tag(String tag) {
        Api.post("growth-lead-tag", client.key(), Map.of("lead_id", lead, "tag", tag)).statusCode(200);
    }

    private List<Long> daysUntilReminded() {
        return database.query("""
                select (m.sent_at::date - l.followup_since::date)::bigint from engine.message m join growth.lead_memory l on l.id::text = m.subject_id
                 where m.subject_id = $1 and m.step = 'follow-up' order by m.sent_at""", lead).stream().map(row -> row.getLong(0)).toList();
    }

    private List<String> reminders() {
        return reminders(lead);
    }

    private static List<String> reminders(String of) {
        return database
                .query("select status || ' ' || coalesce(reason, 'null') from engine.message where subject_id = $1 and step = 'follow-up'", of)
                .stream().map(row -> row.getString(0)).toList();
    }

    private List<UUID> work() {
        return database.query("select subject_id::uuid from engine.work where kind = 'growth.follow-up' and subject_id = $1", lead).stream()
                .map(row -> row.getUUID(0)).toList();
    }
}
