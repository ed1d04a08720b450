package dev.ringback.recruiting.session;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import dev.ringback.engine.consent.PhoneNumber;
import dev.ringback.recruiting.session.CandidateRows.Row;

/// Whether a row can become a session.
final class StartPolicy {

    private static final int MOST_VARIABLES = 20;
    private static final int LONGEST_VARIABLE = 1_000;
    private static final String ANYWHERE = "ZZ";
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    sealed interface Decision {

        /// @param phone E.164
        /// @param tz    null for the usual one
        record Accept(int line, String phone, String tz, Map<String, String> variables) implements Decision {}

        record Refuse(int line, String reason) implements Decision {}
    }

    private StartPolicy() {}

    /// @param region null for nowhere in particular
    /// @param needed variables that the opening template cannot do without
    static Decision decide(Row row, String region, List<String> needed) {
        var candidate = row.candidate();
        var variables = Objects.requireNonNullElse(candidate.variables(), Map.<String, String>of());
        if (candidate.phoneNumber() == null || candidate.phoneNumber().isBlank()) {
            return refuse(row, "phone_missing");
        }
        var phone = PhoneNumber.parse(candidate.phoneNumber(), Objects.requireNonNullElse(region, ANYWHERE));
        if (phone.isEmpty()) {
            return refuse(row, "phone_invalid");
        }
        if (candidate.tz() != null && !ZONES.contains(candidate.tz())) {
            return refuse(row, "tz_unknown");
        }
        if (variables.size() > MOST_VARIABLES || variables.values().stream().anyMatch(StartPolicy::isTooLong)) {
            return refuse(row, "variables_too_long");
        }
        return missing(variables, needed).map(name -> refuse(row, "variable_missing:" + name))
                .orElseGet(() -> new Decision.Accept(row.line(), phone.get().value(), candidate.tz(), variables));
    }

    private static boolean isTooLong(String value) {
        return value != null && value.length() > LONGEST_VARIABLE;
    }

    private static Optional<String> missing(Map<String, String> variables, List<String> needed) {
        return needed.stream().filter(name -> variables.get(name) == null).findFirst();
    }

    private static Decision refuse(Row row, String reason) {
        return new Decision.Refuse(row.line(), reason);
    }
}
