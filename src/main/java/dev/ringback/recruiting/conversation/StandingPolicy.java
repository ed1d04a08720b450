package dev.ringback.recruiting.conversation;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import dev.ringback.engine.message.Terms;
import dev.ringback.engine.place.Whereabouts;
import dev.ringback.engine.window.Schedule;

/// Whether a session may be written to, and in which hours.
final class StandingPolicy {

    private StandingPolicy() {}

    /// The reason against it. What is complete may still be closed, and answered by a person.
    static Optional<String> refusal(String status, String houseZone) {
        return switch (status) {
            case "opted_out" -> Optional.of("session_opted_out");
            case "expired" -> Optional.of("session_expired");
            default -> zone(houseZone).isEmpty() ? Optional.of("zone_unknown") : Optional.empty();
        };
    }

    /// @param tz null where only the number tells
    static Terms terms(String houseZone, String tz, LocalTime opens, LocalTime closes) {
        var stated = new Whereabouts(tz == null ? null : zone(tz).orElse(null), null, null, null, null);
        return new Terms(stated, zone(houseZone).map(zone -> List.of(Schedule.daily(zone, opens, closes))).orElse(List.of()));
    }

    private static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
