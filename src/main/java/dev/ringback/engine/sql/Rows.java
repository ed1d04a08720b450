package dev.ringback.engine.sql;

import java.time.Instant;
import java.util.Map;

import io.vertx.mutiny.sqlclient.Row;

/// Reads columns in Java's own types.
public final class Rows {

    private Rows() {}

    /// Null where the column is.
    public static Instant instant(Row row, String column) {
        var value = row.getOffsetDateTime(column);
        return value == null ? null : value.toInstant();
    }

    /// A `jsonb` object; empty where the column is null.
    public static Map<String, Object> object(Row row, String column) {
        var value = row.getJsonObject(column);
        return value == null ? Map.of() : value.getMap();
    }

    /// A `bytea`; null where the column is.
    public static byte[] bytes(Row row, String column) {
        var value = row.getBuffer(column);
        return value == null ? null : value.getBytes();
    }
}
