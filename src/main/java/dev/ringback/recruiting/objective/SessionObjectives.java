package dev.ringback.recruiting.objective;

import java.time.ZoneId;
import java.util.Map;

/// What is known of a candidate and what is to be found out.
///
/// @param values by objective; null where one is not known yet
/// @param zone   the candidate's
public record SessionObjectives(String sessionId, String status, ZoneId zone, Map<String, Object> values, Objectives objectives) {

    public boolean isActive() {
        return "active".equals(status);
    }

    public boolean areMet() {
        return objectives.areMet(values);
    }
}
