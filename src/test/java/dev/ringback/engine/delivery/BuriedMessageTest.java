package dev.ringback.engine.delivery;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import dev.ringback.testing.Api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

/// What becomes of messages whose work ended before them.
@QuarkusTest
@TestProfile(ScriptedStage.ThroughScript.class)
class BuriedMessageTest extends ScriptedStage {

    private static final String LAST_ATTEMPT = "update engine.work set attempts = max_attempts - 1 where subject_id = $1";

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
}
