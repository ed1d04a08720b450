package dev.ringback.recruiting.conversation;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

import dev.ringback.testing.Api;
import dev.ringback.testing.GivenRecruiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

/// Which session a message belongs to, and which may be written to.
@QuarkusTest
class SessionConversationTest extends InboundStage {

    @Test
    void the_newest_active_session_of_the_number_is_written_to() {
        // Given
        var ada = GivenRecruiting.number();
        var first = GivenRecruiting.session(GivenRecruiting.campaign(Map.of()), ada);
        tick();
        var second = GivenRecruiting.session(GivenRecruiting.campaign(Map.of()), ada);
        tick();
        var third = GivenRecruiting.session(GivenRecruiting.campaign(Map.of()), ada);
        tick();
        database.query("update recruiting.session_info set session_status = 'expired' where session_id = $1", third);

        // When
        hears(from(ada, "yes"));

        // Then
        assertThat(chat(second)).last().isEqualTo("user: yes (delivered)");
        assertThat(chat(first)).hasSize(1);
        assertThat(row(first).getOffsetDateTime("next_reminder_at")).as("an answer stops the other sessions' reminders too").isNull();
    }

    @Test
    void a_no_ends_all_sessions_with_the_person() {
        // Given
        var ada = GivenRecruiting.number();
        var first = GivenRecruiting.session(GivenRecruiting.campaign(Map.of()), ada);
        tick();
        var second = GivenRecruiting.session(GivenRecruiting.campaign(Map.of()), ada);
        tick();

        // When
        var result = hears(from(ada, "STOP"));
        var third = GivenRecruiting.session(GivenRecruiting.campaign(Map.of()), ada);
        tick();

        // Then
        assertThat(result).isEqualTo("reply:opt_out");
        assertThat(List.of(row(first).getString("session_status"), row(second).getString("session_status"), row(third).getString("session_status")))
                .containsOnly("opted_out");
        assertThat(messages(third)).containsExactly("opening suppressed opted_out");
        assertThat(chat(third)).isEmpty();
    }

    @Test
    void free_text_outside_of_the_window_is_held_and_explained() {
        // Given
        var session = GivenRecruiting.session(GivenRecruiting.campaign(Map.of()), GivenRecruiting.number());
        tick();

        // When
        var message = Api.post("recruiting-agent-message", Api.SECRET_KEY, Map.of("session_id", session, "text", "Are you there?")).statusCode(200)
                .extract().<String>path("message_id");
        tick();

        // Then
        Api.get("explain-send/" + message, Api.SECRET_KEY).statusCode(200).body("verdicts.reason", hasItem("held_window"));
        assertThat(row(session).getString("action_status")).isEqualTo("held_window");
        assertThat(chat(session)).hasSize(1);
    }

    @Test
    void where_a_recruiter_has_spoken_the_questions_wait_for_him() {
        // Given
        var ada = GivenRecruiting.number();
        var session = GivenRecruiting.session(GivenRecruiting.campaign(Map.of()), ada);
        tick();
        hears(from(ada, "yes"));
        tick();
        Api.post("recruiting-agent-message", Api.SECRET_KEY, Map.of("session_id", session, "text", "Do you have a van?")).statusCode(200);
        tick();

        // When
        hears(from(ada, "Since Monday"));
        tick();

        // Then
        assertThat(chat(session)).endsWith("agent: Do you have a van? (read)", "user: Since Monday (delivered)");
        assertThat(row(session).getJsonObject("objectives").getValue("starts_on")).isNull();
        assertThat(row(session).getString("last_action")).isEqualTo("message_sent");
    }
}
