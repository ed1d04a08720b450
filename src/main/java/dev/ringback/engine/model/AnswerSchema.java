package dev.ringback.engine.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.core.json.JsonObject;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

/// What an answer has to look like, and whether it does.
@ApplicationScoped
class AnswerSchema {

    static final String CONFIDENCE = "confidence";

    // In a bean and not a static: what is made here must not be frozen into an executable.
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    /// An object of exactly the values that are asked for, and of how sure the model is.
    static Map<String, Object> of(Map<String, Object> values) {
        var properties = new HashMap<>(values);
        properties.put(CONFIDENCE, Map.of("type", "number", "minimum", 0, "maximum", 1));
        return Map.of("type", "object", "properties", properties, "required", new ArrayList<>(properties.keySet()), "additionalProperties", false);
    }

    boolean isMetBy(Map<String, Object> schema, String json) {
        return registry.getSchema(new JsonObject(schema).encode(), InputFormat.JSON)
                .validate(json, InputFormat.JSON, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .equals(List.of());
    }
}
