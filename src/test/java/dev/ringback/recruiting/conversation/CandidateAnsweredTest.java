package dev.ringback.recruiting.conversation;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.Incoming.Medium;
import dev.ringback.engine.message.MessageStatus;
import dev.ringback.testing.GivenRecruiting;

import static org.assertj.core.api.Assertions.assertThat;

/// What becomes of a candidate's message.
@QuarkusTest
class CandidateAnsweredTest extends InboundStage {

    @Test
    void answers_are_understood_and_the_next_question_is_asked_until_all_is_known() {
        // Given
        var ada = GivenRecruiting.number();
        var session = GivenRecruiting.session(GivenRecruiting.campaign(Map.of()), ada);
        tick();

        // When
        hears(from(ada, "Yes, I am!"));
        tick();
        hears(from(ada, "Next Monday"));
        tick();
        hears(from(ada, "25 pounds"));
        tick();

        // Then
        assertThat(chat(session)).containsExactly("agent: Hi Ada, are you interested? (read)", "user: Yes, I am! (delivered)",
                "agent: When could you start? (read)", "user: Next Monday (delivered)", "agent: What do you want per hour? (read)",
                "user: 25 pounds (delivered)", "agent: Thank you, we will call you. (sent)");
        assertThat(row(session).getJsonObject("objectives").encode()).contains("\"interested\":true", "\"starts_on\":\"2026-03-09\"", "\"wage\":25");
        assertThat(row(session).getString("session_status")).isEqualTo("completed");
        assertThat(row(session).getOffsetDateTime("next_reminder_at")).isNull();
        assertThat(database.query("select objective, source from recruiting.session_objective_events where session_id = $1 order by id", session))
                .extracting(event -> event.getString(0) + " " + event.getString(1)).containsExactly("interested chat", "starts_on chat", "wage chat");
    }

    @Test
    void a_no_to_what_ends_it_closes_the_talk() {
        // Given
        var ada = GivenRecruiting.number();
        var session = GivenRecruiting.session(GivenRecruiting.campaign(Map.of()), ada);
        tick();

        // When
        hears(from(ada, "No thanks, I have a job"));
        tick();

        // Then
        assertThat(row(session).getString("session_status")).isEqualTo("completed");
        assertThat(chat(session)).last().isEqualTo("agent: Thank you, we will call you. (sent)");
    }

    @Test
    void what_the_rules_cannot_read_is_asked_once_more_and_then_left_to_a_person() {
        // Given
        var ada = GivenRecruiting.number();
        var session = GivenRecruiting.session(GivenRecruiting.campaign(Map.of()), ada);
        tick();
        hears(from(ada, "yes"));
        tick();

        // When
        hears(from(ada, "that depends"));
        tick();
        hears(from(ada, "hard to say"));
        tick();

        // Then
        assertThat(chat(session)).filteredOn(line -> line.startsWith("agent: When could you start?")).hasSize(2);
        assertThat(chat(session)).last().isEqualTo("user: hard to say (delivered)");
        assertThat(row(session).getString("session_status")).isEqualTo("active");
    }

    @Test
    void two_messages_at_the_same_moment_bring_one_question() {
        // Given
        var ada = GivenRecruiting.number();
        var session = GivenRecruiting.session(GivenRecruiting.campaign(Map.of()), ada);
        tick();

        // When
        Uni.join().all(taking(from(ada, "Yes")), taking(from(ada, "Yes, very much"))).andFailFast().await().indefinitely();
        tick();

        // Then
        assertThat(chat(session)).filteredOn(line -> line.startsWith("user: ")).hasSize(2);
        assertThat(chat(session)).filteredOn(line -> line.startsWith("agent: When could you start?")).hasSize(1);
        assertThat(database.query("select id from recruiting.session_objective_events where session_id = $1", session)).hasSize(1);
    }

    @Test
    void the_same_webhook_five_times_is_one_message() {
        // Given
        var ada = GivenRecruiting.number();
        var session = GivenRecruiting.session(GivenRecruiting.campaign(Map.of()), ada);
        tick();
        var webhook = from(ada, "yes");

        // When
        Uni.join().all(taking(webhook), taking(webhook), taking(webhook), taking(webhook), taking(webhook)).andFailFast().await().indefinitely();
        tick();

        // Then
        assertThat(chat(session)).containsExactly("agent: Hi Ada, are you interested? (read)", "user: yes (delivered)",
                "agent: When could you start? (sent)");
    }

    @Test
    void receipts_out_of_order_only_raise_the_status() {
        // Given
        var session = GivenRecruiting.session(GivenRecruiting.campaign(Map.of()), GivenRecruiting.number());
        tick();

        // When
        reports(session, MessageStatus.READ, "2026-03-02T10:05:00Z");
        var read = chat(session);
        reports(session, MessageStatus.DELIVERED, "2026-03-02T10:02:00Z");
        reports(session, MessageStatus.SENT, "2026-03-02T10:01:00Z");
        reports(session, MessageStatus.FAILED, "2026-03-02T10:03:00Z");

        // Then
        assertThat(read).containsExactly("agent: Hi Ada, are you interested? (read)");
        assertThat(chat(session)).isEqualTo(read);
        assertThat(at(row(session), "last_agent_msg_at")).hasToString("2026-03-02T10:00:00Z");
    }

    @Test
    void a_message_to_an_ended_session_is_kept_and_answered_by_nobody() {
        // Given
        var ada = GivenRecruiting.number();
        var session = GivenRecruiting.session(GivenRecruiting.campaign(Map.of()), ada);
        tick();
        hears(from(ada, "no"));
        tick();
        var shown = chat(session).size();

        // When
        var result = hears(from(ada, "Or perhaps yes?"));
        tick();

        // Then
        assertThat(result).isEqualTo("reply:answer");
        assertThat(chat(session)).hasSize(shown + 1).last().isEqualTo("user: Or perhaps yes? (delivered)");
        assertThat(row(session).getString("session_status")).isEqualTo("completed");
    }

    @Test
    void an_unknown_number_gets_one_session_of_no_campaign() {
        // Given
        var stranger = GivenRecruiting.number();

        // When
        Uni.join().all(taking(from(stranger, "Hello?")), taking(from(stranger, "Do you have work?"))).andFailFast().await().indefinitely();
        tick();

        // Then
        var sessions = database.query("select session_id from recruiting.numbers where phone_number = $1", stranger);
        assertThat(sessions).hasSize(1);
        var session = sessions.getFirst().getString(0);
        assertThat(chat(session)).containsExactlyInAnyOrder("user: Hello? (delivered)", "user: Do you have work? (delivered)");
        assertThat(row(session).getString("campaign")).isNull();
        assertThat(row(session).getString("our_number")).isEqualTo(GivenRecruiting.OUR_NUMBER);
        assertThat(messages(session)).isEmpty();
    }

    @Test
    void media_are_named_beside_the_text() {
        // Given
        var ada = GivenRecruiting.number();
        var session = GivenRecruiting.session(GivenRecruiting.campaign(Map.of()), ada);
        tick();

        // When
        hears(with(ada, "My certificate", List.of(new Medium("image/jpeg", "media-1"))));
        hears(with(ada, "", List.of(new Medium("audio", "media-2"))));

        // Then
        assertThat(chat(session)).endsWith("user: My certificate\n[image/jpeg] (delivered)", "user: [audio] (delivered)");
    }

    @Test
    void a_text_of_64_kilobytes_is_kept_whole_and_read_at_its_beginning() {
        // Given
        var ada = GivenRecruiting.number();
        var session = GivenRecruiting.session(GivenRecruiting.campaign(Map.of()), ada);
        tick();

        // When
        hears(from(ada, "yes " + "x".repeat(65_532)));

        // Then
        assertThat(chat(session)).last().asString().hasSize("user: ".length() + 65_536 + " (delivered)".length());
        assertThat(row(session).getJsonObject("objectives").getBoolean("interested")).isTrue();
    }
}
