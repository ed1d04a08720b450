package dev.ringback.engine.doorbell;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/// What is read of a database webhook's body; all that it says of the row is left unread.
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record Hint(String schema, String table) {

    /// As in `engine.due_column`.
    String tableName() {
        return "%s.%s".formatted(schema, table);
    }
}
