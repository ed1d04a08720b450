package dev.ringback.testing;

import java.util.List;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

/// JSON Schemas of the class path.
public final class Schemas {

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private Schemas() {}

    /// What a snapshot of `growth.growth_brain` has that the schema of its type forbids; empty where all is well.
    public static List<String> violations(String eventType, String json) {
        var location = SchemaLocation.of("classpath:dev/ringback/growth/finding/%s.schema.json".formatted(eventType));
        return REGISTRY.getSchema(location)
                .validate(json, InputFormat.JSON, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream().map(Error::toString).toList();
    }
}
