package dev.ringback.engine.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.ringback.engine.policy.SendFacts.Capability;
import dev.ringback.engine.policy.SendFacts.Cause;
import dev.ringback.engine.policy.SendFacts.Guards;
import dev.ringback.engine.policy.SendFacts.Hours;
import dev.ringback.engine.policy.SendFacts.Limit;
import dev.ringback.engine.policy.SendFacts.Limits;
import dev.ringback.engine.policy.SendFacts.Spread;
import dev.ringback.engine.policy.SendFacts.Standing;
import dev.ringback.engine.window.LegalWindow;
import dev.ringback.engine.window.Schedule;

import static org.assertj.core.api.Assertions.assertThat;

class SendPolicyTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final String BOB = "bob@example.org";
    private static final SendFacts CLEAR = SendFacts.to(BOB);
    private static final Limit CAP = new Limit(NOW.plusSeconds(60), "cap");
    private static final Schedule SHUT = daily("14:00", "16:00");
    private static final LegalWindow LAW = new LegalWindow("US-FL", daily("13:00", "15:00"), false);

    // In the order of DESIGN §3.3.
    private static SequencedMap<String, UnaryOperator<SendFacts>> obstacles() {
        var obstacles = new LinkedHashMap<String, UnaryOperator<SendFacts>>();
        obstacles.put("brake incident", facts -> facts.with(guards(Optional.of("incident"), facts.guards().lock())));
        obstacles.put("environment cloned_database", facts -> facts.with(guards(facts.guards().brake(), Optional.of("cloned_database"))));
        obstacles.put("expiry expired",
                facts -> facts.with(new Cause(NOW, facts.cause().happenedAt(), facts.cause().maxAge(), facts.cause().isLoop())));
        obstacles.put("cause too_old",
                facts -> facts.with(new Cause(facts.cause().expiresAt(), NOW.minusSeconds(61), Duration.ofMinutes(1), facts.cause().isLoop())));
        obstacles.put("answer_rate too_many_automatic_answers", facts -> facts.with(new Cause(facts.cause().expiresAt(), facts.cause().happenedAt(),
                facts.cause().maxAge(), true)));
        obstacles.put("subject test_record", facts -> facts.with(standing(facts, 0, "test_record")));
        obstacles.put("suppression opted_out", facts -> facts.with(standing(facts, 1, "opted_out")));
        obstacles.put("consent ai_voice", facts -> facts.with(standing(facts, 2, "ai_voice")));
        obstacles.put("do_not_call us_dnc", facts -> facts.with(standing(facts, 3, "us_dnc")));
        obstacles.put("capability no_sender_identity", facts -> facts.with(new Capability(true, false, false, null, Optional.empty())));
        obstacles.put("legal_window US-FL", facts -> facts.with(hours(List.of(LAW), facts.hours().house())));
        obstacles.put("house_window closed", facts -> facts.with(hours(facts.hours().legal(), List.of(SHUT))));
        obstacles.put("frequency_cap cap", facts -> facts.with(new Limits(Optional.of(CAP), facts.limits().sender(), facts.limits().breaker())));
        obstacles.put("sender_cap cap", facts -> facts.with(new Limits(facts.limits().person(), Optional.of(CAP), facts.limits().breaker())));
        obstacles.put("breaker cap", facts -> facts.with(new Limits(facts.limits().person(), facts.limits().sender(), Optional.of(CAP))));
        return obstacles;
    }

    @Test
    void whatever_else_is_wrong_the_first_rule_speaks() {
        // Given
        var obstacles = obstacles();
        var answers = new LinkedHashMap<String, String>();

        // When
        var facts = CLEAR;
        for (var obstacle : obstacles.reversed().entrySet()) {
            facts = obstacle.getValue().apply(facts);
            answers.put(obstacle.getKey(), text(SendPolicy.decide(facts, NOW)));
        }

        // Then
        assertThat(answers).allSatisfy((obstacle, answer) -> assertThat(answer).isEqualTo(obstacle)).hasSize(15);
    }

    @Test
    void each_rule_objects_alone_and_only_it() {
        // Given
        var obstacles = obstacles();

        // When
        var objections = new LinkedHashMap<String, List<String>>();
        obstacles.forEach((name, obstacle) -> objections.put(name, SendPolicy.opinions(obstacle.apply(CLEAR), NOW).stream()
                .filter(opinion -> !(opinion.verdict() instanceof Verdict.SendNow)).map(opinion -> text(opinion.verdict())).toList()));

        // Then
        assertThat(objections).allSatisfy((name, answers) -> assertThat(answers).containsExactly(name)).hasSize(15);
        assertThat(SendPolicy.decide(CLEAR, NOW)).isEqualTo(new Verdict.SendNow());
        assertThat(SendPolicy.opinions(CLEAR, NOW).stream().map(SendPolicy.Opinion::rule))
                .containsExactlyElementsOf(obstacles.keySet().stream().map(name -> name.split(" ")[0]).toList());
    }

    @Test
    void a_brake_waits_instead_of_refusing() {
        // When
        var verdict = SendPolicy.decide(CLEAR.with(guards(Optional.of("incident"), Optional.empty())), NOW);

        // Then
        assertThat(verdict).isEqualTo(new Verdict.Defer(NOW.plusSeconds(300), "brake", "incident"));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-02T11:59:59Z,expiry", "2026-03-02T12:00:00Z,expiry", "2026-03-02T12:00:00.000001Z,clear"})
    void a_message_expires_on_the_instant(Instant expiresAt, String rule) {
        assertThat(SendPolicy.decide(CLEAR.with(new Cause(expiresAt, null, Duration.ZERO, false)), NOW).rule()).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-01T11:59:59Z,cause", "2026-03-01T12:00:00Z,clear"})
    void a_cause_is_too_old_beyond_its_age_limit(Instant happenedAt, String rule) {
        assertThat(SendPolicy.decide(CLEAR.with(new Cause(null, happenedAt, Duration.ofHours(24), false)), NOW).rule()).isEqualTo(rule);
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
        // Given
        var facts = CLEAR.with(new Guards(Optional.empty(), Optional.empty(), BOB, List.of(onlyTo.split(","))));

        // When
        var verdict = SendPolicy.decide(facts, NOW);

        // Then
        assertThat(verdict.rule()).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # valid | sender | needs | session until        | missing             | answer
            false   | false  | true  | -                    | no_unsubscribe_link | capability invalid_address
            true    | false  | true  | -                    | no_unsubscribe_link | capability no_sender_identity
            true    | true   | true  | -                    | no_unsubscribe_link | capability held_window
            true    | true   | true  | 2026-03-02T12:00:00Z | -                   | capability held_window
            true    | true   | true  | 2026-03-02T12:00:01Z | -                   | clear
            true    | true   | false | -                    | -                   | clear
            true    | true   | false | -                    | no_unsubscribe_link | capability no_unsubscribe_link
            """)
    void a_channel_sends_what_it_can(boolean valid, boolean sender, boolean needsSession, Instant sessionUntil, String missing, String answer) {
        // Given
        var facts = CLEAR.with(new Capability(valid, sender, needsSession, sessionUntil, Optional.ofNullable(missing)));

        // When
        var verdict = SendPolicy.decide(facts, NOW);

        // Then
        assertThat(text(verdict)).isEqualTo(answer);
    }

    private static String text(Verdict verdict) {
        return switch (verdict) {
            case Verdict.SendNow _ -> "clear";
            case Verdict.Defer(_, var rule, var reason) -> rule + " " + reason;
            case Verdict.Refuse(var rule, var reason) -> rule + " " + reason;
        };
    }

    private static Guards guards(Optional<String> brake, Optional<String> lock) {
        return new Guards(brake, lock, BOB, List.of());
    }

    private static Standing standing(SendFacts facts, int which, String reason) {
        var now = facts.standing();
        var reasons = new ArrayList<>(List.of(now.refusal(), now.suppression(), now.missingConsent(), now.doNotCall()));
        reasons.set(which, Optional.of(reason));
        return new Standing(reasons.get(0), reasons.get(1), reasons.get(2), reasons.get(3));
    }

    private static Hours hours(List<LegalWindow> legal, List<Schedule> house) {
        return new Hours(legal, Optional.empty(), house, null, Spread.NONE);
    }

    private static Schedule daily(String from, String to) {
        return Schedule.daily(ZoneOffset.UTC, LocalTime.parse(from), LocalTime.parse(to));
    }
}
