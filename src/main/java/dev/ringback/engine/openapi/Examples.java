package dev.ringback.engine.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.models.media.Schema;

/// Whole examples, put together from those of the members.
final class Examples {

    static final String ID = "6f1c2f0e-58f5-4c3e-9d0a-5b7c1f2e3d4a";

    private static final String INSTANT = "2026-11-23T14:05:00Z";
    private static final int DEEPEST = 8;

    private final Map<String, Schema> schemas;

    Examples(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    /// Null where neither the schema nor anything in it has an example.
    Object of(Schema schema) {
        return of(schema, 0);
    }

    /// The schema itself, or the one that it refers to.
    Schema resolve(Schema schema) {
        return schema.getRef() == null ? schema : schemas.get(schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1));
    }

    private Object of(Schema given, int depth) {
        var schema = resolve(given);
        if (depth > DEEPEST) {
            return null;
        }
        // A date or an id of ours stands before the general one that Quarkus gives.
        return switch (String.valueOf(schema.getFormat())) {
            case "uuid" -> ID;
            case "date-time" -> INSTANT;
            default -> has(given.getExamples()) ? given.getExamples().getFirst() : compound(schema, depth);
        };
    }

    private Object compound(Schema schema, int depth) {
        if (has(schema.getExamples())) {
            return schema.getExamples().getFirst();
        }
        if (schema.getItems() != null) {
            var item = of(schema.getItems(), depth + 1);
            return item == null ? null : List.of(item);
        }
        return schema.getProperties() == null ? null : members(schema, depth);
    }

    private Map<String, Object> members(Schema schema, int depth) {
        var members = new LinkedHashMap<String, Object>();
        schema.getProperties().forEach((name, member) -> {
            var example = of(member, depth + 1);
            if (example != null) {
                members.put(name, example);
            }
        });
        return members.isEmpty() ? null : members;
    }

    private static boolean has(List<Object> examples) {
        return examples != null && !examples.isEmpty();
    }
}
