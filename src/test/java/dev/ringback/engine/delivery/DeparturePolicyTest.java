package dev.ringback.engine.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.channel.Recovery;
import dev.ringback.engine.delivery.DeparturePolicy.Departure;
import dev.ringback.engine.delivery.DeparturePolicy.Settlement;
import dev.ringback.engine.facts.Sendable;
import dev.ringback.engine.facts.Sendable.Attempt;
import dev.ringback.engine.facts.Sendable.Guard;
import dev.ringback.engine.facts.Sendable.Standing;
import dev.ringback.engine.message.MessageStatus;
import dev.ringback.engine.message.Subject;
import dev.ringback.engine.policy.SendFacts.Limits;
import dev.ringback.engine.policy.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

/// What an attempt does, by what policy says and by what an earlier attempt may have done.
class DeparturePolicyTest {

    private static final Instant NOW = Instant.parse("2026-03-02T15:30:00Z");
    private static final Instant LATER = NOW.plusSeconds(600);

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # status     | seconds ago | stopped  | verdict | recovery     | channel's rule | what it does
            planned      | -           | -        | send    | NONE         | GIVE_UP        | leave
            planned      | -           | -        | defer   | NONE         | GIVE_UP        | planned brake
            planned      | -           | -        | refuse  | NONE         | GIVE_UP        | skipped expired
            planned      | -           | -        | suppress| NONE         | GIVE_UP        | suppressed opted_out
            failed       | 600         | -        | send    | NONE         | GIVE_UP        | leave
            planned      | 600         | answered | send    | NONE         | GIVE_UP        | cancelled answered
            submitting   | 0           | -        | send    | SAME_KEY     | GIVE_UP        | repeat
            uncertain    | 86279       | -        | send    | SAME_KEY     | GIVE_UP        | repeat
            uncertain    | 86280       | -        | send    | SAME_KEY     | GIVE_UP        | uncertain given_up settled
            uncertain    | 86280       | -        | send    | SAME_KEY     | SEND_AGAIN     | leave
            uncertain    | 86280       | answered | send    | SAME_KEY     | SEND_AGAIN     | uncertain answered settled
            submitting   | 0           | -        | send    | NONE         | SEND_AGAIN     | leave
            uncertain    | 600         | -        | send    | NONE         | SEND_AGAIN     | leave
            submitting   | 0           | -        | send    | NONE         | GIVE_UP        | uncertain given_up settled
            uncertain    | 600         | -        | defer   | NONE         | GIVE_UP        | uncertain given_up settled
            uncertain    | 600         | -        | defer   | SAME_KEY     | GIVE_UP        | uncertain brake
            uncertain    | 600         | -        | suppress| SAME_KEY     | GIVE_UP        | uncertain opted_out settled
            uncertain    | 600         | -        | refuse  | NONE         | SEND_AGAIN     | uncertain expired settled
            uncertain    | 600         | answered | send    | SAME_KEY     | GIVE_UP        | uncertain answered settled
            submitting   | 0           | -        | send    | BY_REFERENCE | GIVE_UP        | uncertain cut_off
            submitting   | 119         | answered | send    | BY_REFERENCE | GIVE_UP        | uncertain cut_off
            submitting   | 120         | -        | send    | BY_REFERENCE | GIVE_UP        | ask
            uncertain    | 600         | answered | suppress| BY_REFERENCE | GIVE_UP        | ask
            """)
    void what_it_does(ArgumentsAccessor row) {
        // Given
        var message = message(MessageStatus.of(row.getString(0)), row.getInteger(1), row.getString(2));
        var settlement = new Settlement(row.get(4, Recovery.class), Optional.of(Duration.ofHours(24)), row.get(5, SendConfig.Uncertain.class),
                Duration.ofMinutes(2));

        // When
        var departure = DeparturePolicy.decide(message, verdict(row.getString(3)), settlement, NOW);

        // Then
        assertThat(word(departure)).isEqualTo(row.getString(6));
    }

    private static String word(Departure departure) {
        return switch (departure) {
            case Departure.Leave _ -> "leave";
            case Departure.Repeat _ -> "repeat";
            case Departure.Ask _ -> "ask";
            case Departure.Stay(var ending, var _) ->
                    "%s %s%s".formatted(ending.status().word(), ending.reason(), ending.settled() ? " settled" : "");
        };
    }

    private static Verdict verdict(String word) {
        return switch (word) {
            case "send" -> new Verdict.SendNow();
            case "defer" -> new Verdict.Defer(LATER, "brake", "brake");
            case "suppress" -> new Verdict.Refuse("suppression", "opted_out");
            default -> new Verdict.Refuse("expiry", "expired");
        };
    }

    private static Sendable message(MessageStatus status, Integer secondsAgo, String stopped) {
        var attempt = secondsAgo == null ? null : new Attempt("fake", NOW.minusSeconds(secondsAgo), NOW.minusSeconds(secondsAgo));
        return new Sendable(UUID.randomUUID(), new Subject("growth", "tenant", "lead", "1"), "step", Channel.SMS, "conversation", "+14165550123",
                Map.of(),
                new Standing(status, stopped, null, null, attempt),
                new Guard(Optional.empty(), false, false, false, Limits.FREE), Optional.empty(), Optional.empty());
    }
}
