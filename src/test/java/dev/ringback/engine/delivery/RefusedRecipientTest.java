package dev.ringback.engine.delivery;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import dev.ringback.testing.Api;

import static org.assertj.core.api.Assertions.assertThat;

/// A provider that refuses the recipient, not the message, is believed.
@QuarkusTest
@TestProfile(ScriptedStage.ThroughScript.class)
class RefusedRecipientTest extends ScriptedStage {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            smtp_550_5.1.1 | suppressed suppression bounced open         | 1
            twilio_21610   | suppressed suppression carrier_blocked open | 1
            smtp_550_5.7.1 | sent clear null open                        | 2
            """)
    void the_next_message_to_him_does_not_leave(String refusal, String next, int attempts) {
        // Given
        provider.refusesForGood(refusal);
        client.submits(sarah, ASKS);
        Api.dispatch();
        Api.advanceClock("PT1H");

        // When
        var again = client.submits(sarah, "Hello? Is anybody there? " + ASKS);
        Api.dispatch();

        // Then
        assertThat(latest(again)).isEqualTo(next);
        assertThat(provider.keys()).hasSize(attempts);
    }

    private static String latest(String lead) {
        return standing(
                database.query("select id from engine.message where subject_id = $1 and direction = 'out' order by created_at desc, id limit 1",
                        lead).getFirst().getUUID(0));
    }
}
