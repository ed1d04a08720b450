package dev.ringback.recruiting.call;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Row;

import dev.ringback.engine.channel.CallReport;
import dev.ringback.engine.channel.CallReport.Turn;
import dev.ringback.engine.sql.Database;
import dev.ringback.testing.Api;
import dev.ringback.testing.GivenRecruiting;
import dev.ringback.testing.RecruitingStage;

import static org.assertj.core.api.Assertions.assertThat;

/// Calls from the first attempt to what they found out.
@QuarkusTest
class CallReportedTest extends RecruitingStage {

    @Inject
    Database transactions;
    @Inject
    CallReported callReported;

    @Test
    void a_call_is_kept_with_its_transcript_and_answers_what_the_campaign_asks() {
        // Given
        var session = called(GivenRecruiting.campaign(Map.of("first_contact", "call", "first_message_call", "Hello!")));
        var call = calls(session).getFirst().getString("call_id");

        // When
        reports(session, call, "telnyx", "normal_clearing", Map.of("client_state", "x"), List.of());
        reports(session, call, "voice-agent", "done", Map.of("data_collection_results", Map.of("interested", Map.of("value", true),
                "starts_on", Map.of("value", "next Monday"), "wage", Map.of("value", 25))), List.of(new Turn("agent", "Hello!", null),
                        new Turn("person", "Hi", null)));
        reports(session, call, "telnyx", "initiated", Map.of(), List.of());

        // Then
        var row = calls(session).getFirst();
        assertThat(row.getString("status")).isEqualTo("completed");
        assertThat(row.getString("transcript")).isEqualTo("Agent: Hello!\nCandidate: Hi");
        assertThat(row.getJsonObject("analysis").fieldNames()).containsExactly("data_collection_results");
        assertThat(row(session).getJsonObject("objectives").encode()).contains("\"interested\":true", "\"starts_on\":\"2026-03-09\"", "\"wage\":25");
        assertThat(row(session).getString("session_status")).isEqualTo("completed");
    }

    @Test
    void who_does_not_answer_is_called_three_times_four_hours_apart() {
        // Given
        var session = called(GivenRecruiting.campaign(Map.of("first_contact", "call")));

        // When
        for (var attempt = 1; attempt <= 4; attempt++) {
            var call = calls(session).getLast().getString("call_id");
            reports(session, call, "telnyx", "timeout", Map.of(), List.of());
            reports(session, call, "telnyx", "timeout", Map.of(), List.of());
            Api.advanceClock("PT4H");
            Api.dispatch();
        }

        // Then
        assertThat(calls(session)).extracting(call -> call.getString("status")).containsExactly("no_answer", "no_answer", "no_answer");
        assertThat(calls(session)).extracting(call -> call.getOffsetDateTime("called_at").toInstant().toString())
                .containsExactly("2026-03-02T10:00:00Z", "2026-03-02T14:00:00Z", "2026-03-02T18:00:00Z");
    }

    @Test
    void nobody_is_called_without_a_recorded_consent() {
        // Given
        var session = GivenRecruiting.session(GivenRecruiting.campaign(Map.of("first_contact", "call")), GivenRecruiting.number());

        // When
        Api.dispatch();

        // Then
        assertThat(messages(session)).containsExactly("call skipped no_recorded_consent");
        assertThat(calls(session)).extracting(call -> call.getString("status")).containsExactly("failed");
    }

    private static String called(String campaign) {
        var ada = GivenRecruiting.number();
        var consent = Map.of("pack", "recruiting", "tenant", "recruiting", "address", ada, "channel", "voice", "source", "form");
        Api.post("consent-record", Api.SECRET_KEY, consent).statusCode(200);
        var session = GivenRecruiting.session(campaign, ada);
        Api.dispatch();
        return session;
    }

    private static List<Row> calls(String session) {
        return database.query("select c.* from recruiting.call_info c join engine.message m on m.id::text = c.call_id where c.session_id = $1"
                + " order by c.called_at, m.planned_at", session);
    }

    private void reports(String session, String call, String provider, String outcome, Map<String, Object> analysis, List<Turn> turns) {
        var event = UUID.randomUUID().toString();
        var report = new CallReport(UUID.fromString(call), provider, "c", event, Api.now(), outcome, Duration.ofSeconds(30), null, turns, analysis);
        transactions.asService(tx -> callReported.reported(tx, session, report)).await().indefinitely();
    }
}
