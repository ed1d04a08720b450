package dev.ringback.recruiting.objective;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.security.CurrentCaller;
import dev.ringback.engine.security.Roles;

@Path("/functions/v1")
class ObjectiveResource {

    private final SetObjective setObjective;
    private final CurrentCaller caller;

    ObjectiveResource(SetObjective setObjective, CurrentCaller caller) {
        this.setObjective = setObjective;
        this.caller = caller;
    }

    @POST
    @Path("recruiting-objective-set")
    @RolesAllowed({Roles.USER, Roles.SERVICE})
    @Operation(summary = "Write down what is known of a candidate",
            description = "Every change becomes an event; when all that is required is known, the session is complete.")
    public Uni<KnownObjectives> set(@Valid ObjectiveSetting setting) {
        return setObjective.set(caller.get(), setting);
    }
}
