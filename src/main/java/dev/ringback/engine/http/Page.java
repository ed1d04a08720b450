package dev.ringback.engine.http;

import java.util.List;
import java.util.function.Function;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One page of a list.
///
/// @param nextCursor to be given as `cursor` for the page that follows; null on the last one
public record Page<T>(List<T> items, @Schema(examples = "MjAyNi0…") String nextCursor) {

    /// @param rows one more than asked for, where there are more
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, Cursor> cursor) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        var items = rows.subList(0, limit);
        return new Page<>(items, cursor.apply(items.getLast()).encoded());
    }
}
