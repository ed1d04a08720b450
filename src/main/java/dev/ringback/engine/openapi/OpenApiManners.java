package dev.ringback.engine.openapi;

import java.util.Optional;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

import io.quarkus.smallrye.openapi.OpenApiFilter;

/// Says in the OpenAPI document what all functions have in common. Quarkus makes it by its public constructor.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class OpenApiManners implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var components = Optional.ofNullable(document.getComponents()).orElseGet(OASFactory::createComponents);
        document.setComponents(components);
        CommonParts.addTo(components);
        var examples = new Examples(components.getSchemas());
        document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> new FunctionDescription(path, method, operation).complete(examples)));
    }
}
