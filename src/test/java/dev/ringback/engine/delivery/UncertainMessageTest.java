package dev.ringback.engine.delivery;

import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;

import dev.ringback.engine.channel.Recovery;
import dev.ringback.testing.Api;
import dev.ringback.testing.MailWorker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

/// What becomes of messages of which nobody knows whether they left.
@QuarkusTest
@TestProfile(ScriptedStage.ThroughScript.class)
class UncertainMessageTest extends ScriptedStage {

    private static final String A_WHILE_AGO = "2026-03-02T15:20:00Z";
    private static final String YESTERDAY = "2026-03-01T15:30:00Z";

    @Inject
    FormerSender former;

    @BeforeEach
    void former() {
        former.reset(Recovery.SAME_KEY);
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
}
