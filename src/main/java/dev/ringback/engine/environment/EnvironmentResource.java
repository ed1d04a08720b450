package dev.ringback.engine.environment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.security.Roles;

@Path("/functions/v1/environment")
class EnvironmentResource {

    private final ClaimEnvironment claimEnvironment;

    EnvironmentResource(ClaimEnvironment claimEnvironment) {
        this.claimEnvironment = claimEnvironment;
    }

    @GET
    @RolesAllowed(Roles.SERVICE)
    @Operation(summary = "Which project the database sends for")
    public Uni<EnvironmentReport> read() {
        return claimEnvironment.read();
    }

    @POST
    @RolesAllowed(Roles.SERVICE)
    @Operation(summary = "Let this project send from the database",
            description = "For a copy that has taken over: the original must not send any more.")
    public Uni<EnvironmentReport> claim() {
        return claimEnvironment.claim();
    }
}
