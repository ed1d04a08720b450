package dev.ringback.engine.delivery;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;

import dev.ringback.engine.channel.Recovery;
import dev.ringback.testing.Api;
import dev.ringback.testing.GivenGrowth;
import dev.ringback.testing.GivenGrowth.Client;
import dev.ringback.testing.GrowthStage;
import dev.ringback.testing.MailWorker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

/// What becomes of messages of which nobody knows whether they left, and of those whose work ended before them.
@QuarkusTest
@TestProfile(UncertainMessageTest.ThroughScript.class)
class UncertainMessageTest extends GrowthStage {

    private static final String BY_THE_INSTALLATIONS = "update engine.sender_identity set smtp_host = null, smtp_port = null where tenant = $1";
    private static final String A_WHILE_AGO = "2026-03-02T15:20:00Z";
    private static final String YESTERDAY = "2026-03-01T15:30:00Z";
    private static final String LAST_ATTEMPT = "update engine.work set attempts = max_attempts - 1 where subject_id = $1";

    public static final class ThroughScript implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("ringback.channel.email.adapter", ScriptedSender.NAME);
        }
    }

    @Inject
    ScriptedSender provider;
    @Inject
    FormerSender former;

    private Client client;
    private String sarah;

    @BeforeEach
    void provider() {
        provider.reset(Recovery.SAME_KEY);
        client = GivenGrowth.client(mail, Map.of());
        former.reset(Recovery.SAME_KEY);
        database.query(BY_THE_INSTALLATIONS, client.id());
        sarah = GivenGrowth.somebody();
    }

    @Test
    void a_lost_answer_is_asked_for_under_the_same_key() {
        // Given
        provider.takesSilently();
        var lead = client.submits(sarah, ASKS);

        // When
        Api.dispatch();
        var unanswered = standing(lead);
        Api.advanceClock("PT1M");
        Api.dispatch();

        // Then
        assertThat(unanswered).isEqualTo("uncertain uncertain no_answer open");
        assertThat(standing(lead)).isEqualTo("sent clear null open");
        assertThat(provider.keys()).hasSize(2).containsOnly(message(lead));
        assertThat(provider.taken()).isOne();
    }

    @Test
    void a_message_goes_back_to_the_provider_that_may_have_it() {
        // Given
        var lead = client.submits(sarah, ASKS);
        Api.dispatch();
        var stranded = cutOff(lead, "email", sarah, FormerSender.NAME, A_WHILE_AGO);

        // When
        reconcile();
        Api.dispatch();

        // Then
        assertThat(standing(stranded)).isEqualTo("sent clear null open");
        assertThat(former.keys()).containsExactly(stranded);
        assertThat(provider.keys()).doesNotContain(stranded);
    }

    @Test
    void a_key_that_its_provider_has_forgotten_is_not_used_again() {
        // Given
        var lead = client.submits(sarah, ASKS);
        Api.dispatch();
        var stranded = cutOff(lead, "email", sarah, FormerSender.NAME, YESTERDAY);

        // When
        reconcile();
        Api.dispatch();

        // Then
        assertThat(former.keys()).isEmpty();
        assertThat(provider.keys()).endsWith(stranded);
    }

    @Test
    void a_provider_that_can_be_asked_is_asked_instead() {
        // Given
        provider.reset(Recovery.BY_REFERENCE);
        provider.takesSilently();
        var lead = client.submits(sarah, ASKS);
        Api.dispatch();

        // When
        Api.advanceClock("PT3M");
        Api.dispatch();

        // Then
        assertThat(standing(lead)).isEqualTo("sent uncertain cut_off open");
        assertThat(provider.keys()).hasSize(1);
    }

    @Test
    void a_message_that_goes_once_at_most_is_given_up_and_says_so() {
        // Given
        var lead = client.submits(sarah, ASKS);
        Api.dispatch();
        var text = cutOff(lead, "sms", "+14165550123", ScriptedSender.NAME, A_WHILE_AGO);

        // When
        reconcile();
        Api.dispatch();

        // Then
        assertThat(standing(text)).isEqualTo("uncertain uncertain given_up settled");
        Api.get("explain-send/" + text, client.key()).statusCode(200).body("status", is("uncertain"), "reason", is("given_up"));
    }

    @Test
    void a_message_that_nobody_works_any_more_is_worked_again() {
        // Given
        var lead = client.submits(sarah, ASKS);
        Api.dispatch();
        var stranded = cutOff(lead, "email", sarah, ScriptedSender.NAME, A_WHILE_AGO);

        // When
        reconcile();
        Api.dispatch();

        // Then
        assertThat(standing(stranded)).isEqualTo("sent clear null open");
        assertThat(provider.keys()).endsWith(stranded);
    }

    @Test
    void an_answer_ends_a_message_that_a_crash_left_half_sent() {
        // Given
        var lead = client.submits(sarah, ASKS);
        Api.dispatch();
        var first = database.query("select reference from engine.message where subject_id = $1", lead).getFirst().getString(0);
        var halfSent = cutOff(lead, "email", sarah, ScriptedSender.NAME, A_WHILE_AGO);

        // When
        MailWorker.handIn(MailWorker.mail(sarah, client.address(), "<" + first + ">", "Tuesday suits me.")).statusCode(200);
        Api.dispatch();
        reconcile();
        Api.dispatch();

        // Then
        assertThat(standing(halfSent)).isEqualTo("uncertain uncertain answered settled");
        assertThat(provider.keys()).doesNotContain(halfSent);
    }

    @Test
    void a_message_whose_work_died_has_failed_and_goes_when_it_is_replayed() {
        // Given
        provider.refusesForNow();
        var lead = client.submits(sarah, ASKS);
        diesAtItsNextAttempt(lead);

        // When
        Api.dispatch();
        var dead = standing(lead);
        var letter = database.query("select id::text from engine.dead_letter where kind = 'engine.send' and subject_id = $1", lead).getFirst();
        Api.post("dead-letters/replay", Api.SECRET_KEY, Map.of("ids", List.of(letter.getString(0)))).statusCode(200);
        Api.dispatch();

        // Then
        assertThat(dead).isEqualTo("failed dead_letter scripted_busy open");
        assertThat(standing(lead)).isEqualTo("sent clear null open");
    }

    @Test
    void an_uncertain_message_whose_work_died_stays_uncertain() {
        // Given
        provider.losesIt();
        var lead = client.submits(sarah, ASKS);
        diesAtItsNextAttempt(lead);

        // When
        Api.dispatch();

        // Then
        assertThat(standing(lead)).isEqualTo("uncertain dead_letter no_answer settled");
        Api.get("explain-send?pack=growth&subject_kind=lead&subject_id=" + lead, client.key()).body("messages.rule", contains("dead_letter"));
    }

    // Planned under an emergency stop, so that there is work to be found.
    private void diesAtItsNextAttempt(String lead) {
        database.query("insert into engine.brake (tenant, reason) values ($1, 'a pause')", client.id());
        Api.dispatch();
        database.query("delete from engine.brake");
        database.query(LAST_ATTEMPT, lead);
        Api.advanceClock("PT5M");
    }

    /// A second message to the lead, whose worker died while it was at its provider.
    private static UUID cutOff(String lead, String channel, String to, String provider, String at) {
        return database.query("""
                insert into engine.message (id, pack, tenant, subject_kind, subject_id, step, direction, channel, their_address, their_hash, status,
                                            our_address, reference, template_key, language, tone, variables, purpose, cause_at, planned_at,
                                            provider, submitting_at)
                select gen_random_uuid(), pack, tenant, subject_kind, subject_id, 'second', direction, $2, $3, their_hash, 'submitting',
                       our_address, 'second-' || subject_id, template_key, language, tone, variables, purpose, cause_at, planned_at,
                       $4, $5::text::timestamptz
                  from engine.message where subject_id = $1 and direction = 'out'
                returning id""", lead, channel, to, provider, at).getFirst().getUUID(0);
    }

    private static void reconcile() {
        RestAssured.given().header("x-job-secret", Api.JOB_SECRET).post(Api.path("jobs/reconcile-uncertain")).then().statusCode(200);
    }

    private static UUID message(String lead) {
        return database.query("select id from engine.message where subject_id = $1", lead).getFirst().getUUID(0);
    }

    private static String standing(String lead) {
        return standing(message(lead));
    }

    private static String standing(UUID message) {
        var row = database.query("select status::text, rule, reason, settled_at is not null as is_settled from engine.message where id = $1", message)
                .getFirst();
        return "%s %s %s %s".formatted(row.getString(0), row.getString(1), row.getString(2), row.getBoolean(3) ? "settled" : "open");
    }
}
