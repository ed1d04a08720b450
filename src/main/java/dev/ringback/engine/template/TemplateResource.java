package dev.ringback.engine.template;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.security.Roles;

@Path("/functions/v1/templates")
class TemplateResource {

    private final SaveTemplate saveTemplate;

    TemplateResource(SaveTemplate saveTemplate) {
        this.saveTemplate = saveTemplate;
    }

    @POST
    @RolesAllowed(Roles.SERVICE)
    @Operation(summary = "Save a template",
            description = "Liquid. What doesn't parse and variables that nobody gives are named in the refusal. In HTML every value is escaped.")
    public Uni<SavedTemplate> save(@Valid Draft draft) {
        return saveTemplate.save(draft);
    }
}
