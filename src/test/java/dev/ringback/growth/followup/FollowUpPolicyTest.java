package dev.ringback.growth.followup;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.ringback.growth.followup.FollowedLead.House;
import dev.ringback.growth.followup.FollowedLead.Progress;

import static org.assertj.core.api.Assertions.assertThat;

class FollowUpPolicyTest {

    private record Config(List<Duration> after, LocalTime opens, LocalTime closes) implements FollowUpConfig {}

    private static final FollowUpConfig CONFIG =
            new Config(List.of(Duration.ofDays(2), Duration.ofDays(5), Duration.ofDays(10)), LocalTime.of(9, 0), LocalTime.of(17, 0));

    // Toronto is at UTC-5 then; the lead became Follow-Up on Monday, 2 March, at 10:30 there.
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            2026-03-02T15:30:00Z | 0 | none                 | America/Toronto | waits 2026-03-04T15:30:00Z
            2026-03-04T15:30:00Z | 0 | none                 | America/Toronto | 1
            2026-03-04T22:30:00Z | 0 | none                 | America/Toronto | waits 2026-03-05T14:00:00Z
            2026-03-04T15:30:00Z | 1 | 2026-03-04T15:30:00Z | America/Toronto | waits 2026-03-07T15:30:00Z
            2026-03-07T15:30:00Z | 1 | 2026-03-04T15:30:00Z | America/Toronto | 2
            2026-03-20T15:30:00Z | 1 | 2026-03-20T15:30:00Z | America/Toronto | waits 2026-03-23T15:30:00Z
            2026-03-12T15:30:00Z | 2 | 2026-03-07T15:30:00Z | America/Toronto | 3
            2026-03-12T15:30:00Z | 3 | 2026-03-12T15:30:00Z | America/Toronto | followed_up_often_enough
            2026-03-04T15:30:00Z | 0 | none                 | Nowhere/Land    | zone_unknown
            """)
    void the_rungs_are_climbed_in_the_clients_hours_and_never_two_at_once(Instant now, int written, Instant lastAt, String zone, String outcome) {
        // Given
        var lead = lead("sarah@people.example", false, new Progress(false, written, lastAt), zone);

        // When
        var decision = FollowUpPolicy.decide(lead, now, CONFIG);

        // Then
        assertThat(said(decision)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
            "sarah@people.example, false, true, answered",
            "sarah@people.example, true, false, test_record",
            "sarah, false, false, invalid_address"
    })
    void nobody_is_reminded_who_answered_or_cannot_be(String email, boolean isTest, boolean answered, String reason) {
        // When
        var decision = FollowUpPolicy.decide(lead(email, isTest, new Progress(answered, 0, null), "America/Toronto"),
                Instant.parse("2026-03-04T15:30:00Z"), CONFIG);

        // Then
        assertThat(said(decision)).isEqualTo(reason);
    }

    private static FollowedLead lead(String email, boolean isTest, Progress progress, String zone) {
        return new FollowedLead(new UUID(0, 1), new UUID(0, 2), email, "Sarah Chen", "en", Instant.parse("2026-03-02T15:30:00Z"), isTest, progress,
                new House("Maple Roofing", "", "", zone, "Friendly"));
    }

    private static String said(FollowUpPolicy.Decision decision) {
        return switch (decision) {
            case FollowUpPolicy.Decision.Write(var nth) -> Integer.toString(nth);
            case FollowUpPolicy.Decision.Wait(var until) -> "waits " + until;
            case FollowUpPolicy.Decision.Stop(var reason) -> reason;
        };
    }
}
