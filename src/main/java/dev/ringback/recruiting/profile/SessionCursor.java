package dev.ringback.recruiting.profile;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

import dev.ringback.engine.http.Page;
import dev.ringback.engine.http.Problem;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Where a page of sessions ended; opaque to callers. Its id is a text, since older rows have ids of their own.
record SessionCursor(Instant at, String id) {

    private static final SessionCursor START = new SessionCursor(Instant.parse("9999-12-31T00:00:00Z"), "");

    /// @param text as given by a caller; null or empty for the first page
    static SessionCursor parse(String text) {
        if (text == null || text.isEmpty()) {
            return START;
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(" ", 2);
            return new SessionCursor(withinReason(Instant.parse(parts[0])), withoutNul(parts[1]));
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException _) {
            throw Problem.invalid("cursor", "is not a cursor of this list");
        }
    }

    /// @param rows one more than asked for, where there are more
    static Page<ListedSession> page(List<ListedSession> rows, int limit) {
        return rows.size() <= limit ? new Page<>(rows, null) : new Page<>(rows.subList(0, limit), of(rows.get(limit - 1)).encoded());
    }

    private static SessionCursor of(ListedSession session) {
        return new SessionCursor(session.createdAt(), session.sessionId());
    }

    private String encoded() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString("%s %s".formatted(at, id).getBytes(UTF_8));
    }

    // Java's time is longer than Postgres', and so are its texts.
    private static Instant withinReason(Instant at) {
        if (at.isBefore(Instant.EPOCH) || at.isAfter(START.at())) {
            throw new DateTimeException("not a row's time");
        }
        return at;
    }

    private static String withoutNul(String id) {
        if (id.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("not a row's id");
        }
        return id;
    }
}
