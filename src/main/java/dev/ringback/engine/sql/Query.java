package dev.ringback.engine.sql;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Tuple;

/// A statement with its values. Every parameter must be bound once, nulls too.
public final class Query {

    private final Statement statement;
    private final Map<String, Object> values = new HashMap<>();

    private Query(Statement statement) {
        this.statement = statement;
    }

    public static Query of(Statement statement) {
        return new Query(statement);
    }

    /// Binds a value in Java's own types; instants, bytes, maps and enums become what the driver takes.
    public Query bind(String name, Object value) {
        if (!statement.parameters().contains(name)) {
            throw new IllegalArgumentException("statement %s has no parameter %s".formatted(statement.name(), name));
        }
        values.put(name, encoded(value));
        return this;
    }

    /// Binds an array. The driver wants one of the column's own class, which an empty or all-null collection cannot tell.
    ///
    /// @param array makes it, in the driver's own class: `OffsetDateTime[]::new` for instants, `Buffer[]::new` for bytes
    public Query bindAll(String name, Collection<?> values, IntFunction<Object[]> array) {
        return bind(name, values.stream().map(Query::encoded).toArray(array));
    }

    String sql() {
        return statement.sql();
    }

    Tuple tuple() {
        var tuple = Tuple.tuple();
        for (var name : statement.parameters()) {
            if (!values.containsKey(name)) {
                throw new IllegalStateException("statement %s lacks parameter %s".formatted(statement.name(), name));
            }
            tuple.addValue(values.get(name));
        }
        return tuple;
    }

    private static Object encoded(Object value) {
        return switch (value) {
            case null -> null;
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case byte[] bytes -> Buffer.buffer(bytes);
            case Map<?, ?> map -> new JsonObject(Query.<Map<String, Object>>cast(map));
            case Enum<?> word -> word.name().toLowerCase(Locale.ROOT);
            default -> value;
        };
    }

    @SuppressWarnings("unchecked")
    private static <T> T cast(Object value) {
        return (T) value;
    }
}
