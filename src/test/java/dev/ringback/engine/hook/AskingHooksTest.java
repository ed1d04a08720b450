package dev.ringback.engine.hook;

import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import dev.ringback.testing.Api;
import dev.ringback.testing.FakeProvider;
import dev.ringback.testing.GivenGrowth;
import dev.ringback.testing.GrowthStage;
import dev.ringback.testing.HookCaller;
import dev.ringback.testing.MailWorker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/// Events after which the provider is asked: for the mail that came in, or to let the agent speak.
@QuarkusTest
@TestProfile(WithProvider.class)
class AskingHooksTest extends GrowthStage {

    private FakeProvider provider;
    private String lead;

    @BeforeEach
    void open_the_provider() throws IOException {
        provider = WithProvider.open();
        lead = GivenGrowth.client(mail, Map.of()).submits(GivenGrowth.somebody(), ASKS);
    }

    @AfterEach
    void close_the_provider() {
        provider.close();
    }

    @Test
    void an_answered_call_gets_its_agent_however_often_it_is_told() {
        // Given
        var call = Written.over(database, "voice", "telnyx", lead);
        provider.answers(200, "{\"data\": {\"result\": \"ok\"}}");

        // When
        answered(call);
        Api.dispatch();
        answered(call);
        Api.dispatch();

        // Then
        assertThat(provider.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.path()).isEqualTo("/v2/calls/%s/actions/ai_assistant_start".formatted(call.providerId()));
            assertThat(asked.body()).contains("assistant-1", "Hi, this is Maple.", call.id().toString());
        });
        assertThat(status(call)).isEqualTo("delivered");
    }

    @Test
    void a_call_without_an_agent_is_hung_up() {
        // Given
        var call = Written.over(database, "voice", "telnyx", lead);
        provider.answers(422, "{\"errors\": [{\"code\": \"10015\"}]}").answers(200, "{}");

        // When
        answered(call);
        Api.dispatch();

        // Then
        assertThat(provider.asked()).extracting(FakeProvider.Asked::path).last().asString().endsWith("/actions/hangup");
    }

    @Test
    void a_mail_that_resend_took_in_is_fetched_and_is_an_answer() {
        // Given
        var written = Written.over(database, "email", "resend", lead);
        var id = UUID.randomUUID().toString();
        provider.answers(500, "").answers(200, """
                {"object": "email", "id": "%s", "to": ["%s"], "from": "Sarah <%s>", "subject": "Re: Hi", "text": "Tuesday at nine is fine.",
                 "html": null, "message_id": "<1@people.example>", "headers": {"in-reply-to": "<%s>"}}"""
                .formatted(id, written.ours(), written.theirs(), written.reference()));

        // When
        HookCaller.resend(id, "{\"type\": \"email.received\", \"data\": {\"email_id\": \"%s\"}}".formatted(id)).statusCode(200);
        Api.dispatch();
        Api.advanceClock("PT1M");
        Api.dispatch();

        // Then
        assertThat(provider.asked()).hasSize(2).allSatisfy(asked -> assertThat(asked.path()).isEqualTo("/emails/receiving/" + id));
        assertThat(status(written)).isEqualTo("replied");
        assertThat(database.query("select result from engine.inbox where event_id = $1 and message is not null", id).getFirst().getString(0))
                .isEqualTo("reply:answer");
    }

    @Test
    void an_answer_to_the_address_of_a_message_finds_it_from_anywhere_without_a_header() throws Exception {
        // Given
        var client = GivenGrowth.client(mail, Map.of());
        var sarah = GivenGrowth.somebody();
        var other = client.submits(sarah, ASKS);
        tick();
        var replyTo = mail.sentTo(sarah).getFirst().getHeader("Reply-To")[0];

        // When
        MailWorker.handIn(MailWorker.mail(GivenGrowth.somebody(), replyTo, "", "Tuesday at nine is fine.")).statusCode(200);
        tick();

        // Then
        assertThat(replyTo).endsWith("@in.maple.example");
        assertThat(history(other)).containsExactly("submitted", "answered", "replied");
    }

    private static void answered(Written call) {
        var state = Base64.getEncoder().encodeToString("{\"message\":\"%s\"}".formatted(call.id()).getBytes(UTF_8));
        HookCaller.telnyx(null, """
                {"data": {"id": "answered-%s", "event_type": "call.answered", "occurred_at": "2026-03-02T15:20:00Z",
                 "payload": {"call_control_id": "%s", "client_state": "%s"}}}""".formatted(call.id(), call.providerId(), state)).statusCode(200);
    }

    private static String status(Written message) {
        return database.query("select status::text from engine.message where id = $1", message.id()).getFirst().getString(0);
    }
}
