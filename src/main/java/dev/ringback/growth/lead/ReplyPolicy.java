package dev.ringback.growth.lead;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import dev.ringback.engine.consent.EmailAddress;
import dev.ringback.engine.window.Schedule;
import dev.ringback.engine.window.Windows;

/// When a lead is answered, by its client's `followup_speed`, or why not.
final class ReplyPolicy {

    private static final int SOONEST_MINUTES = 15;
    private static final int LATEST_MINUTES = 55;

    sealed interface Decision {

        record Reply(Instant dueAt) implements Decision {}

        record Withhold(String reason) implements Decision {}
    }

    private ReplyPolicy() {}

    static Decision decide(LeadToAnswer lead, Instant now, LeadConfig config) {
        var refusal = LeadPolicy.refusal(lead.standing());
        if (refusal.isPresent()) {
            return new Decision.Withhold(refusal.get());
        }
        if (EmailAddress.parse(lead.email()).isEmpty()) {
            return new Decision.Withhold("invalid_address");
        }
        if (lead.lastSubmittedAt().plus(config.causeMaxAge()).isBefore(now)) {
            return new Decision.Withhold("too_old");
        }
        return switch (lead.house().followupSpeed()) {
            case "Within 1 hour" -> new Decision.Reply(lead.lastSubmittedAt().plus(withinTheHour(lead)));
            case "Same day" -> nextOpening(lead, now, config);
            case null, default -> new Decision.Reply(now);
        };
    }

    // 15 to 55 minutes, spread by the lead and its submission: the same at every retry, and not every answer on the dot.
    private static Duration withinTheHour(LeadToAnswer lead) {
        var spread = Math.floorMod(31 * lead.id().hashCode() + lead.lastSubmittedAt().hashCode(), LATEST_MINUTES - SOONEST_MINUTES + 1);
        return Duration.ofMinutes(SOONEST_MINUTES + (long) spread);
    }

    // An unknown zone must never mean "now".
    private static Decision nextOpening(LeadToAnswer lead, Instant now, LeadConfig config) {
        try {
            var hours = Schedule.daily(ZoneId.of(lead.house().timeZone()), config.opens(), config.closes());
            return Windows.next(now, List.of(hours), Windows.MIN_SLACK).<Decision>map(slot -> new Decision.Reply(slot.from()))
                    .orElseGet(() -> new Decision.Withhold("policy_conflict"));
        } catch (DateTimeException _) {
            return new Decision.Withhold("zone_unknown");
        }
    }
}
