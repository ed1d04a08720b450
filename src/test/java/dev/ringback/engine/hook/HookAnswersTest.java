package dev.ringback.engine.hook;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

import dev.ringback.testing.Api;
import dev.ringback.testing.GivenGrowth;
import dev.ringback.testing.GrowthStage;
import dev.ringback.testing.HookCaller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

/// What hooks answer, and what an answer on another channel than ours does.
@QuarkusTest
class HookAnswersTest extends GrowthStage {

    @Test
    void what_is_not_signed_is_refused_and_stored_nowhere() {
        // Given
        var stored = stored();

        // When
        for (var provider : new String[]{"resend", "sendgrid", "mailgun", "postmark", "twilio", "telnyx", "meta-whatsapp", "voice-agent", "stripe"}) {
            RestAssured.given().contentType("application/json").body("{}").post(Api.path("hooks/" + provider)).then().statusCode(401)
                    .body("code", is("INVALID_SIGNATURE"));
        }

        // Then
        assertThat(stored()).isEqualTo(stored);
    }

    @Test
    void meta_is_shown_its_challenge_for_the_token_alone() {
        challenge("subscribe", "local-only-token", "1158201444").statusCode(200).contentType("text/plain").body(equalTo("1158201444"));
        challenge("subscribe", "another-token", "1158201444").statusCode(403);
        challenge("unsubscribe", "local-only-token", "1158201444").statusCode(403);
        challenge("subscribe", "local-only-token", "<script>").statusCode(403);
    }

    @Test
    void a_stop_by_text_stops_what_was_planned_by_mail() {
        // Given
        var client = GivenGrowth.client(mail, Map.of("followup_speed", "Within 1 hour"));
        var sarah = GivenGrowth.somebody();
        var lead = client.submits(sarah, ASKS);
        Api.dispatch();
        var text = Written.over(database, "sms", "twilio", lead);

        // When
        HookCaller.twilio(null, Map.of("MessageSid", "SM" + UUID.randomUUID(), "SmsStatus", "received", "From", text.theirs(), "To", text.ours(),
                "Body", " stop ")).statusCode(200).contentType("text/xml");
        Api.dispatch();
        Api.advanceClock("PT2H");
        Api.dispatch();

        // Then
        assertThat(mail.sentTo(sarah)).isEmpty();
        assertThat(database.query("select from engine.suppression where tenant = $1 and reason = 'opted_out'", client.id())).isNotEmpty();
        assertThat(history(lead)).contains("opted_out");
    }

    @Test
    void a_mail_by_inbound_parse_is_an_answer() {
        // Given
        var lead = GivenGrowth.client(mail, Map.of()).submits(GivenGrowth.somebody(), ASKS);
        var written = Written.over(database, "email", "sendgrid", lead);

        // When
        HookCaller.sendGridMail(Map.of("headers", "From: Sarah <%s>\nTo: %s\nSubject: Re:\n =?utf-8?Q?H=C3=A9?=\nIn-Reply-To: <%s>".formatted(
                written.theirs(), written.ours(), written.reference()), "text", "Mardi à neuf heures.\n", "html", "<p>Mardi</p>")).statusCode(200);
        Api.dispatch();

        // Then
        var answer = database.query("select subject, body_text, their_address from engine.message where in_reply_to = $1", written.id()).getFirst();
        assertThat(answer.getString(0)).isEqualTo("Re: Hé");
        assertThat(answer.getString(1)).isEqualTo("Mardi à neuf heures.");
        assertThat(answer.getString(2)).isEqualTo(written.theirs());
    }

    @Test
    void a_subscription_stands_as_its_newest_event_says() {
        // Given
        var customer = "cus_" + UUID.randomUUID();
        database.query("insert into roofing.users (email, stripe_customer_id) values ($1, $2)", customer + "@roofs.example", customer);

        // When
        for (var event : new String[]{"past_due 1772464203", "active 1772464201", "unpaid 1772464203", "past_due 1772464203"}) {
            HookCaller.stripe("""
                    {"id": "evt_%s", "type": "customer.subscription.updated", "created": %s, "data": {"object": {"id": "sub_%s", "customer": "%s",
                     "status": "%s"}}}""".formatted(UUID.randomUUID(), event.split(" ")[1], customer, customer, event.split(" ")[0])).statusCode(200);
        }
        Api.dispatch();

        // Then
        assertThat(database.query("select subscription_status from roofing.users where stripe_customer_id = $1", customer).getFirst().getString(0))
                .isEqualTo("unpaid");
    }

    private static ValidatableResponse challenge(String mode, String token, String challenge) {
        return RestAssured.given().queryParam("hub.mode", mode).queryParam("hub.verify_token", token).queryParam("hub.challenge", challenge)
                .get(Api.path("hooks/meta-whatsapp")).then();
    }

    private static long stored() {
        return database.query("select count(*) from engine.inbox").getFirst().getLong(0);
    }
}
