package dev.ringback.recruiting.person;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

import dev.ringback.testing.Api;
import dev.ringback.testing.GivenRecruiting;
import dev.ringback.testing.RecruitingStage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

@QuarkusTest
class ForgetCandidateTest extends RecruitingStage {

    private static final List<String> TABLES = List.of("recruiting.session_info", "recruiting.numbers", "recruiting.chat_history",
            "recruiting.call_info", "recruiting.session_objective_events", "engine.message", "engine.model_answer", "engine.work", "engine.audit");

    @Test
    void a_candidate_is_shown_whole_then_forgotten_and_the_figures_stay() {
        // Given
        var ada = GivenRecruiting.number();
        var campaign = GivenRecruiting.campaign(Map.of());
        var session = GivenRecruiting.session(campaign, ada);
        tick();
        known(session, ada);
        var before = figures(campaign);
        Api.post("subject-export", Api.SECRET_KEY, whom(ada)).statusCode(200)
                .body("holdings.kind", hasItems("session", "message", "call", "objective_change", "model_answer"))
                .body("holdings.members.phone_number", hasItem(ada)).body("holdings.members.transcript", hasItem("Secret call"))
                .body("holdings.members.text", hasItem("Hi Ada, are you interested?")).body("is_whole", is(true));

        // When
        Api.post("subject-erase", Api.SECRET_KEY, whom(ada)).statusCode(200).body("rows", is(1)).body("messages", is(1));
        tick();

        // Then
        assertThat(TABLES).allSatisfy(table -> assertThat(List.of(ada, "Ada", "Secret", "2026-03-09"))
                .allSatisfy(word -> assertThat(mentions(table, session, word)).as("%s: %s", table, word).isZero()));
        assertThat(figures(campaign)).isEqualTo(before);
        assertThat(row(session).getJsonObject("objectives").getMap()).containsEntry("interested", true).containsEntry("starts_on", "erased");
        assertThat(row(session).getString("session_status")).isEqualTo("expired");
        Api.post("subject-export", Api.SECRET_KEY, whom(ada)).body("holdings", empty());
    }

    @Test
    void nobody_else_is_forgotten() {
        // Given
        var campaign = GivenRecruiting.campaign(Map.of());
        var ada = GivenRecruiting.number();
        var bob = GivenRecruiting.number();
        GivenRecruiting.session(campaign, ada);
        var session = GivenRecruiting.session(campaign, bob);
        tick();

        // When
        Api.post("subject-erase", Api.SECRET_KEY, whom(ada)).statusCode(200).body("rows", is(1));

        // Then
        assertThat(chat(session)).containsExactly("agent: Hi Ada, are you interested? (sent)");
        assertThat(row(session).getString("session_status")).isEqualTo("active");
    }

    private static void known(String session, String number) {
        Api.post("recruiting-objective-set", Api.SECRET_KEY, Map.of("session_id", session, "objective", "interested", "value", true)).statusCode(200);
        Api.post("recruiting-objective-set", Api.SECRET_KEY, Map.of("session_id", session, "objective", "starts_on", "value", "2026-03-09"))
                .statusCode(200);
        database.query("""
                insert into recruiting.call_info (call_id, session_id, status, called_at, transcript, recording_url, analysis)
                values ($1, $2, 'completed', '2026-03-02T10:00:00Z', 'Secret call', 'https://x.example/Secret', '{"name": "Ada"}')""",
                UUID.randomUUID().toString(), session);
        database.query("""
                insert into engine.model_answer (purpose, cause, pack, tenant, subject_kind, subject_id, model, confidence, answer, at)
                values ('recruiting.reply', $1, 'recruiting', 'recruiting', 'session', $2, 'tiny', 1, jsonb_build_object('reply', 'Hi ' || $3),
                        '2026-03-02T10:00:00Z')""", UUID.randomUUID().toString(), session, number);
    }

    private static Map<String, ?> whom(String number) {
        return Map.of("pack", "recruiting", "tenant", "recruiting", "address", number);
    }

    private static Map<String, Object> figures(String campaign) {
        return Api.get("recruiting-campaign-stats?campaign=" + campaign, Api.SECRET_KEY).statusCode(200).extract()
                .<Map<String, Object>>path("findAll { it.key in ['sessions', 'messages_sent', 'messages_received', 'calls', 'objectives_met'] }");
    }

    private static long mentions(String table, String session, String word) {
        return database.query("select count(*) from %s t where t::text like '%%' || $1 || '%%' and t::text like '%%' || $2 || '%%'".formatted(table),
                session, word).getFirst().getLong(0);
    }
}
