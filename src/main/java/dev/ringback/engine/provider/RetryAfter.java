package dev.ringback.engine.provider;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// The header of that name, RFC 9110 §10.2.3: seconds, or a date.
final class RetryAfter {

    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofHours(1);

    private RetryAfter() {}

    /// Between a second and an hour from now, whatever it says.
    static Optional<Instant> parse(String value, Instant now) {
        return instant(value.strip(), now).map(at -> clamped(at, now));
    }

    private static Optional<Instant> instant(String value, Instant now) {
        if (value.matches("\\d{1,9}(\\.\\d{1,9})?")) {
            return Optional.of(now.plus(Duration.ofSeconds((long) Math.ceil(Double.parseDouble(value)))));
        }
        try {
            return Optional.of(ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private static Instant clamped(Instant at, Instant now) {
        var earliest = now.plus(LEAST);
        var latest = now.plus(MOST);
        return at.isBefore(earliest) ? earliest : at.isAfter(latest) ? latest : at;
    }
}
