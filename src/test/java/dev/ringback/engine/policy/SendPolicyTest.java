package dev.ringback.engine.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SendPolicyTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    // From top to bottom each row takes one obstacle away: whatever else is wrong, the first rule speaks.
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # brake   | only to       | expires              | subject     | suppression | sender | rule         | reason
            incident  | x@example.com | 2026-03-02T11:59:59Z | test_record | opted_out   | false  | brake:incident | -
            -         | x@example.com | 2026-03-02T11:59:59Z | test_record | opted_out   | false  | environment  | not_in_send_only_to
            -         | -             | 2026-03-02T11:59:59Z | test_record | opted_out   | false  | expiry       | expired
            -         | -             | -                    | test_record | opted_out   | false  | subject      | test_record
            -         | -             | -                    | -           | opted_out   | false  | suppression  | opted_out
            -         | -             | -                    | -           | -           | false  | capability   | no_sender_identity
            -         | -             | -                    | -           | -           | true   | clear        | -
            incident  | -             | -                    | -           | -           | true   | brake:incident | -
            -         | x@example.com | -                    | -           | -           | true   | environment  | not_in_send_only_to
            -         | -             | 2026-03-02T11:59:59Z | -           | -           | true   | expiry       | expired
            -         | -             | -                    | test_record | -           | true   | subject      | test_record
            """)
    void the_first_rule_that_objects_decides(ArgumentsAccessor row) {
        // Given
        var facts = new SendFacts(optional(row, 0), "bob@example.org", optional(row, 1).stream().toList(), row.get(2, Instant.class),
                optional(row, 3), optional(row, 4), row.getBoolean(5));

        // When
        var verdict = SendPolicy.decide(facts, NOW);

        // Then
        assertThat(verdict.rule()).isEqualTo(row.getString(6));
        assertThat(verdict instanceof Verdict.Refuse refuse ? refuse.reason() : null).isEqualTo(row.getString(7));
    }

    @Test
    void a_brake_waits_instead_of_refusing() {
        // When
        var verdict = SendPolicy.decide(facts(Optional.of("incident"), List.of(), null), NOW);

        // Then
        assertThat(verdict).isEqualTo(new Verdict.Defer(NOW.plusSeconds(300), "brake:incident"));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-02T11:59:59Z,expiry", "2026-03-02T12:00:00Z,expiry", "2026-03-02T12:00:00.000001Z,clear"})
    void a_message_expires_on_the_instant(Instant expiresAt, String rule) {
        assertThat(SendPolicy.decide(facts(Optional.empty(), List.of(), expiresAt), NOW).rule()).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bob@example.org                | clear
            @example.org                   | clear
            eve@example.org,@example.org   | clear
            eve@example.org                | environment
            example.org                    | environment
            @ample.org                     | environment
            @org                           | environment
            @sub.example.org               | environment
            b@example.org                  | environment
            """)
    void an_installation_may_be_held_to_addresses_and_domains(String onlyTo, String rule) {
        assertThat(SendPolicy.decide(facts(Optional.empty(), List.of(onlyTo.split(",")), null), NOW).rule()).isEqualTo(rule);
    }

    private static Optional<String> optional(ArgumentsAccessor row, int column) {
        return Optional.ofNullable(row.getString(column));
    }

    private static SendFacts facts(Optional<String> brake, List<String> onlyTo, Instant expiresAt) {
        return new SendFacts(brake, "bob@example.org", onlyTo, expiresAt, Optional.empty(), Optional.empty(), true);
    }
}
