package dev.ringback.engine.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.ringback.engine.policy.SendFacts.Hours;
import dev.ringback.engine.policy.SendFacts.Limit;
import dev.ringback.engine.policy.SendFacts.Limits;
import dev.ringback.engine.policy.SendFacts.Spread;
import dev.ringback.engine.window.LegalWindow;
import dev.ringback.engine.window.Schedule;

import static org.assertj.core.api.Assertions.assertThat;

class HoursPolicyTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final SendFacts CLEAR = SendFacts.to("bob@example.org");
    private static final Schedule SHUT = daily("14:00", "16:00");
    private static final LegalWindow LAW = new LegalWindow("US-FL", daily("13:00", "15:00"), false);
    private static final LegalWindow STRICT_LAW = new LegalWindow("XX", daily("13:30", "15:00"), true);

    // The law opens at 13:00 or, strictly, 13:30, the house at 14:00; it is noon.
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # law    | house | heard                | until                | rule
            -        | -     | -                    | -                    | clear
            law      | -     | -                    | 2026-03-02T13:00:00Z | legal_window
            -        | house | -                    | 2026-03-02T14:00:00Z | house_window
            law      | house | -                    | 2026-03-02T14:00:00Z | legal_window
            law      | house | 2026-03-02T11:30:01Z | -                    | clear
            law      | house | 2026-03-02T11:30:00Z | 2026-03-02T14:00:00Z | legal_window
            strict   | house | 2026-03-02T11:30:01Z | 2026-03-02T13:30:00Z | legal_window
            strict   | house | -                    | 2026-03-02T14:00:00Z | legal_window
            """)
    void both_hours_bind_and_an_answer_in_a_live_conversation_only_laws_that_cover_it(String law, String house, Instant heardAt, Instant until,
            String rule) {
        // Given
        var laws = law == null ? List.<LegalWindow>of() : List.of(law.equals("strict") ? STRICT_LAW : LAW);
        var houses = house == null ? List.<Schedule>of() : List.of(SHUT);

        // When
        var verdict = SendPolicy.decide(CLEAR.with(new Hours(laws, Optional.empty(), houses, heardAt, Spread.NONE)), NOW);

        // Then
        assertThat(verdict.rule()).isEqualTo(rule);
        assertThat(verdict instanceof Verdict.Defer defer ? defer.until() : null).isEqualTo(until);
    }

    @Test
    void hours_that_never_meet_are_refused() {
        // When
        var verdict = SendPolicy.decide(CLEAR.with(hours(List.of(LAW), List.of(daily("09:00", "13:00")))), NOW);

        // Then
        assertThat(verdict).isEqualTo(new Verdict.Refuse("legal_window", "policy_conflict"));
    }

    @Test
    void a_place_that_nobody_knows_is_never_now() {
        // When
        var verdict = SendPolicy.decide(CLEAR.with(new Hours(List.of(), Optional.of("zone_unknown"), List.of(), NOW, Spread.NONE)), NOW);

        // Then
        assertThat(verdict).isEqualTo(new Verdict.Refuse("legal_window", "zone_unknown"));
    }

    @Test
    void what_waits_for_an_opening_is_drawn_apart_and_what_may_leave_at_once_is_not() {
        // Given
        var spread = new Spread(UUID.fromString("6f0f1a8e-0d5e-4a0c-9a52-1c7b8f1f0c11"), Duration.ofMinutes(10));
        var shut = CLEAR.with(new Hours(List.of(), Optional.empty(), List.of(SHUT), null, spread));
        var open = CLEAR.with(new Hours(List.of(), Optional.empty(), List.of(daily("11:00", "13:00")), null, spread));

        // When
        var verdicts = List.of(SendPolicy.decide(shut, NOW), SendPolicy.decide(shut, NOW.plusSeconds(60)), SendPolicy.decide(open, NOW));

        // Then
        assertThat(((Verdict.Defer) verdicts.get(0)).until()).isBetween(NOW.plusSeconds(7_201), NOW.plusSeconds(7_800));
        assertThat(verdicts.get(1)).isEqualTo(verdicts.get(0));
        assertThat(verdicts.get(2)).isEqualTo(new Verdict.SendNow());
    }

    @Test
    void a_cap_that_is_free_again_at_night_waits_for_the_morning() {
        // Given
        var facts = CLEAR.with(hours(List.of(), List.of(daily("09:00", "12:30"))))
                .with(new Limits(Optional.of(new Limit(NOW.plusSeconds(3_600), "per_day")), Optional.empty(), Optional.empty()));

        // When
        var verdict = SendPolicy.decide(facts, NOW);

        // Then
        assertThat(verdict).isEqualTo(new Verdict.Defer(Instant.parse("2026-03-03T09:00:00Z"), "frequency_cap", "per_day"));
    }

    private static Hours hours(List<LegalWindow> legal, List<Schedule> house) {
        return new Hours(legal, Optional.empty(), house, null, Spread.NONE);
    }

    private static Schedule daily(String from, String to) {
        return Schedule.daily(ZoneOffset.UTC, LocalTime.parse(from), LocalTime.parse(to));
    }
}
