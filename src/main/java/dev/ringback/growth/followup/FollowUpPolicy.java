package dev.ringback.growth.followup;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import dev.ringback.engine.consent.EmailAddress;
import dev.ringback.engine.window.Schedule;
import dev.ringback.engine.window.Windows;

/// Whether a lead is reminded now, later or no more.
final class FollowUpPolicy {

    sealed interface Decision {

        /// @param nth from 1
        record Write(int nth) implements Decision {}

        record Wait(Instant until) implements Decision {}

        record Stop(String reason) implements Decision {}
    }

    private FollowUpPolicy() {}

    static Decision decide(FollowedLead lead, Instant now, FollowUpConfig config) {
        if (lead.since() == null) {
            return new Decision.Stop("no_follow_up");
        }
        if (lead.isTest()) {
            return new Decision.Stop("test_record");
        }
        if (lead.progress().answered()) {
            return new Decision.Stop("answered");
        }
        if (EmailAddress.parse(lead.email()).isEmpty()) {
            return new Decision.Stop("invalid_address");
        }
        if (lead.progress().written() >= config.after().size()) {
            return new Decision.Stop("followed_up_often_enough");
        }
        return open(lead, due(lead, config), now, config);
    }

    private static Instant due(FollowedLead lead, FollowUpConfig config) {
        var written = lead.progress().written();
        var rung = config.after().get(written);
        var due = lead.since().plus(rung);
        if (lead.progress().lastAt() == null) {
            return due;
        }
        var distance = rung.minus(written == 0 ? Duration.ZERO : config.after().get(written - 1));
        var apart = lead.progress().lastAt().plus(distance);
        return apart.isAfter(due) ? apart : due;
    }

    // An unknown zone must never mean "now".
    private static Decision open(FollowedLead lead, Instant due, Instant now, FollowUpConfig config) {
        try {
            var hours = Schedule.daily(ZoneId.of(lead.house().timeZone()), config.opens(), config.closes());
            var from = due.isAfter(now) ? due : now;
            return Windows.next(from, List.of(hours), Windows.MIN_SLACK)
                    .<Decision>map(
                            slot -> slot.from().isAfter(now) ? new Decision.Wait(slot.from()) : new Decision.Write(lead.progress().written() + 1))
                    .orElseGet(() -> new Decision.Stop("policy_conflict"));
        } catch (DateTimeException _) {
            return new Decision.Stop("zone_unknown");
        }
    }
}
