package dev.ringback.engine.law;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.window.OpenHours;

/// A row of `engine.window_rule`.
record WindowRule(Scope scope, DayOfWeek weekday, LocalTime opens, LocalTime closes, boolean coversAnswers) {

    /// Whom it binds.
    ///
    /// @param purpose `*` for every one
    record Scope(String jurisdiction, Channel channel, String purpose) {

        boolean covers(Channel used, String meant) {
            return channel == used && (purpose.equals("*") || purpose.equals(meant));
        }
    }

    OpenHours hours() {
        return OpenHours.of(Set.of(weekday), opens, closes);
    }
}
