package dev.ringback.engine.rollup;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.security.Roles;

@Path("/functions/v1/rollup-rebuild")
class RollupResource {

    private final RebuildRollup rebuildRollup;

    RollupResource(RebuildRollup rebuildRollup) {
        this.rebuildRollup = rebuildRollup;
    }

    @POST
    @RolesAllowed(Roles.SERVICE)
    @Operation(summary = "Compute a rollup's days anew from the facts", description = "Days that are not done at once are done by the next runs.")
    public Uni<Rebuilding> rebuild(@Valid RebuildRequest request) {
        return rebuildRollup.rebuild(request);
    }
}
