package dev.ringback.engine.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

import dev.ringback.engine.policy.SendFacts.Limit;
import dev.ringback.engine.policy.SendFacts.Limits;

/// Whether a message may leave. Asked when it is planned and again when it is about to go; the statement that begins the
/// submission checks brake, suppression and caps once more.
public final class SendPolicy {

    /// What waits for it waits for a person, not for a time.
    public static final String BRAKE = "brake";
    /// The provider is down.
    public static final String BREAKER = "breaker";

    /// One rule of the order, and what it says of a message by itself.
    public record Opinion(String rule, Verdict verdict) {}

    private record Rule(String name, BiFunction<SendFacts, Instant, Verdict> opinion) {}

    /// The suppression of a person who perhaps said no: what is sent to him waits for a human.
    public static final String HELD = "unclear";

    private static final Duration HELD_PAUSE = Duration.ofMinutes(15);
    private static final Duration BRAKE_PAUSE = Duration.ofMinutes(5);
    private static final Verdict CLEAR = new Verdict.SendNow();

    private static final List<Rule> ORDER = List.of(
            new Rule(BRAKE, (facts, now) -> facts.guards().brake().map(reason -> defer(now.plus(BRAKE_PAUSE), BRAKE, reason)).orElse(CLEAR)),
            new Rule("environment", (facts, now) -> environment(facts.guards(), now)),
            new Rule("expiry", (facts, now) -> facts.cause().isOver(now) ? new Verdict.Refuse("expiry", "expired") : CLEAR),
            new Rule("cause", (facts, now) -> facts.cause().isTooOld(now) ? new Verdict.Refuse("cause", "too_old") : CLEAR),
            new Rule("answer_rate", (facts, _) -> facts.cause().isLoop() ? new Verdict.Refuse("answer_rate", "too_many_automatic_answers") : CLEAR),
            new Rule("subject", (facts, _) -> refuse("subject", facts.standing().refusal())),
            new Rule("suppression", (facts, now) -> suppression(facts.standing().suppression(), now)),
            new Rule("consent", (facts, _) -> refuse("consent", facts.standing().missingConsent())),
            new Rule("do_not_call", (facts, _) -> refuse("do_not_call", facts.standing().doNotCall())),
            new Rule("capability", (facts, now) -> refuse("capability", facts.capability().lack(now))),
            new Rule("legal_window", (facts, now) -> HoursPolicy.legal(facts.hours(), now)),
            new Rule("house_window", (facts, now) -> HoursPolicy.house(facts.hours(), now)),
            new Rule("frequency_cap", (facts, now) -> limit("frequency_cap", facts, Limits::person, now)),
            new Rule("sender_cap", (facts, now) -> limit("sender_cap", facts, Limits::sender, now)),
            new Rule(BREAKER, (facts, now) -> limit(BREAKER, facts, Limits::breaker, now)));

    private SendPolicy() {}

    /// The first rule that objects decides.
    public static Verdict decide(SendFacts facts, Instant now) {
        return ORDER.stream().map(rule -> rule.opinion().apply(facts, now)).filter(verdict -> !verdict.equals(CLEAR)).findFirst().orElse(CLEAR);
    }

    /// What every rule says, in their order.
    public static List<Opinion> opinions(SendFacts facts, Instant now) {
        return ORDER.stream().map(rule -> new Opinion(rule.name(), rule.opinion().apply(facts, now))).toList();
    }

    // A lock is undone by claiming the database: what waits for that is held, not lost.
    private static Verdict environment(SendFacts.Guards guards, Instant now) {
        return guards.allow()
                ? guards.lock().map(reason -> defer(now.plus(BRAKE_PAUSE), "environment", reason)).orElse(CLEAR)
                : new Verdict.Refuse("environment", "not_in_send_only_to");
    }

    // A limit that is free again while the window is closed would only be asked again for nothing.
    private static Verdict limit(String rule, SendFacts facts, Function<Limits, Optional<Limit>> which, Instant now) {
        return which.apply(facts.limits()).filter(limit -> limit.until().isAfter(now))
                .map(limit -> defer(HoursPolicy.openAfter(facts.hours(), limit.until()), rule, limit.reason())).orElse(CLEAR);
    }

    private static Verdict suppression(Optional<String> reason, Instant now) {
        return reason.equals(Optional.of(HELD)) ? new Verdict.Defer(now.plus(HELD_PAUSE), "suppression", "held_for_human")
                : refuse("suppression", reason);
    }

    private static Verdict refuse(String rule, Optional<String> reason) {
        return reason.<Verdict>map(known -> new Verdict.Refuse(rule, known)).orElse(CLEAR);
    }

    private static Verdict defer(Instant until, String rule, String reason) {
        return new Verdict.Defer(until, rule, reason);
    }
}
