package dev.ringback.engine.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Where a page ended: the sort key and the id of its last row. Opaque to callers.
public record Cursor(Instant at, UUID id) {

    /// Before the first row of any list that is sorted by descending time.
    public static final Cursor START = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));
    private static final int MOST = 100;

    /// @param text as given by a caller; null or empty for the first page
    public static Cursor parse(String text) {
        if (text == null || text.isEmpty()) {
            return START;
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(" ", 2);
            return new Cursor(withinReason(Instant.parse(parts[0])), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException _) {
            throw Problem.invalid("cursor", "is not a cursor of this list");
        }
    }

    /// @param text as given by a caller, 1 to 100; null for a hundred. A text, because a number that is none would be answered as
    ///     an unknown path.
    public static int limit(String text) {
        var limit = text == null ? MOST : text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > MOST) {
            throw Problem.invalid("limit", "must be from 1 to 100");
        }
        return limit;
    }

    // Java's time is longer than Postgres'.
    private static Instant withinReason(Instant at) {
        if (at.isBefore(Instant.EPOCH) || at.isAfter(START.at())) {
            throw new DateTimeException("not a row's time");
        }
        return at;
    }

    String encoded() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString("%s %s".formatted(at, id).getBytes(UTF_8));
    }
}
