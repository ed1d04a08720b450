package dev.ringback.recruiting.conversation;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

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
}
