package dev.ringback.recruiting.reminder;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

import dev.ringback.testing.Api;
import dev.ringback.testing.GivenRecruiting;
import dev.ringback.testing.RecruitingStage;

import static org.assertj.core.api.Assertions.assertThat;

/// When candidates who went quiet are reminded, and when not.
@QuarkusTest
class SendRemindersTest extends RecruitingStage {

    @Test
    void after_20_48_and_96_hours_and_never_again() {
        // Given
        var session = GivenRecruiting.session(GivenRecruiting.campaign(Map.of()), GivenRecruiting.number());
        Api.dispatch();

        // When
        for (var hour = 0; hour < 10 * 24; hour++) {
            Api.advanceClock("PT1H");
            Api.dispatch();
        }

        // Then
        assertThat(sentAt(session)).containsExactly("2026-03-03T08:00", "2026-03-04T10:00", "2026-03-06T10:00");
        assertThat(row(session).getInteger("reminder_count")).isEqualTo(3);
        assertThat(row(session).getOffsetDateTime("next_reminder_at")).isNull();
    }

    @Test
    void in_the_candidates_own_hours() {
        // Given
        var session = GivenRecruiting.session(GivenRecruiting.campaign(Map.of()), GivenRecruiting.number(), "America/New_York");
        Api.setClock("2026-03-02T14:00:00Z");
        Api.dispatch();

        // When
        for (var hour = 0; hour < 30; hour++) {
            Api.advanceClock("PT1H");
            Api.dispatch();
        }

        // Then
        assertThat(sentAt(session)).containsExactly("2026-03-03T13:00");
    }

    @Test
    void not_after_the_end_of_the_campaign_which_ends_the_session() {
        // Given
        var session = GivenRecruiting.session(GivenRecruiting.campaign(Map.of("end", "2026-03-03T12:00:00Z")), GivenRecruiting.number());
        Api.dispatch();

        // When
        for (var hour = 0; hour < 60; hour++) {
            Api.advanceClock("PT1H");
            Api.dispatch();
        }

        // Then
        assertThat(sentAt(session)).containsExactly("2026-03-03T08:00");
        assertThat(row(session).getString("session_status")).isEqualTo("expired");
    }

    @Test
    void held_outside_of_the_window_where_the_campaign_has_no_template() {
        // Given
        var session = GivenRecruiting.session(GivenRecruiting.campaign(Map.of("reminder_template_name", "", "reminder_template_language", "")),
                GivenRecruiting.number());
        Api.dispatch();

        // When
        Api.advanceClock("PT22H");
        Api.dispatch();

        // Then
        assertThat(messages(session)).containsExactly("opening sent", "reminder skipped held_window");
        assertThat(row(session).getString("action_status")).isEqualTo("held_window");
    }

    @Test
    void what_was_missed_is_one_reminder_and_no_burst() {
        // Given
        var session = GivenRecruiting.session(GivenRecruiting.campaign(Map.of()), GivenRecruiting.number());
        Api.dispatch();

        // When
        Api.advanceClock("PT50H");
        Api.dispatch();
        Api.dispatch();

        // Then
        assertThat(sentAt(session)).containsExactly("2026-03-04T12:00");
        assertThat(at(row(session), "next_reminder_at")).hasToString("2026-03-06T10:00:00Z");
    }

    private static List<String> sentAt(String session) {
        return database.query("select to_char(sent_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI') from engine.message"
                + " where subject_id = $1 and step = 'reminder' and sent_at is not null order by sent_at", session).stream()
                .map(row -> row.getString(0)).toList();
    }
}
