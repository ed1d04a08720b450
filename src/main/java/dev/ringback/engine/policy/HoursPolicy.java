package dev.ringback.engine.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import dev.ringback.engine.policy.SendFacts.Hours;
import dev.ringback.engine.window.LegalWindow;
import dev.ringback.engine.window.Schedule;
import dev.ringback.engine.window.Slot;
import dev.ringback.engine.window.Windows;

/// Whether a message waits for the law's hours or the house's. Whichever it waits for, it waits until both are open.
final class HoursPolicy {

    private static final Duration LIVE_CONVERSATION = Duration.ofMinutes(30);

    private HoursPolicy() {}

    static Verdict legal(Hours hours, Instant now) {
        if (hours.unknown().isPresent()) {
            return new Verdict.Refuse("legal_window", hours.unknown().get());
        }
        var closed = legal(hours, isLive(hours, now)).filter(window -> !isOpen(List.of(window.schedule()), now)).map(LegalWindow::jurisdiction)
                .distinct().toList();
        return closed.isEmpty() ? new Verdict.SendNow() : wait(hours, now, "legal_window", String.join(" ", closed));
    }

    static Verdict house(Hours hours, Instant now) {
        return isLive(hours, now) || isOpen(hours.house(), now) ? new Verdict.SendNow() : wait(hours, now, "house_window", "closed");
    }

    /// `t`, or the first opening after it; `t` where there is none.
    static Instant openAfter(Hours hours, Instant t) {
        return Windows.next(t, binding(hours, t), Windows.MIN_SLACK).map(slot -> spread(hours, slot, t)).orElse(t);
    }

    private static Verdict wait(Hours hours, Instant now, String rule, String reason) {
        return Windows.next(now, binding(hours, now), Windows.MIN_SLACK)
                .<Verdict>map(slot -> new Verdict.Defer(spread(hours, slot, now), rule, reason))
                .orElseGet(() -> new Verdict.Refuse(rule, "policy_conflict"));
    }

    // What may leave at once is not held back to be drawn apart from others.
    private static Instant spread(Hours hours, Slot slot, Instant asked) {
        var spread = hours.spread();
        return slot.from().equals(asked) ? asked : slot.spread(spread.id(), spread.jitter(), Windows.MIN_SLACK);
    }

    private static boolean isOpen(List<Schedule> schedules, Instant now) {
        return Windows.next(now, schedules, Windows.MIN_SLACK).filter(slot -> slot.from().equals(now)).isPresent();
    }

    private static List<Schedule> binding(Hours hours, Instant t) {
        var live = isLive(hours, t);
        return Stream.concat(legal(hours, live).map(LegalWindow::schedule), live ? Stream.empty() : hours.house().stream()).toList();
    }

    private static Stream<LegalWindow> legal(Hours hours, boolean live) {
        return hours.legal().stream().filter(window -> !live || window.coversAnswers());
    }

    private static boolean isLive(Hours hours, Instant t) {
        return hours.heardAt() != null && hours.heardAt().plus(LIVE_CONVERSATION).isAfter(t);
    }
}
