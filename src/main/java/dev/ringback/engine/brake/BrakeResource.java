package dev.ringback.engine.brake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.brake.BrakeSetting.Scope;
import dev.ringback.engine.security.Roles;

@Path("/functions/v1/brake")
class BrakeResource {

    private final HoldSends holdSends;

    BrakeResource(HoldSends holdSends) {
        this.holdSends = holdSends;
    }

    @GET
    @RolesAllowed(Roles.SERVICE)
    @Operation(summary = "The emergency stops that are on")
    public Uni<Brakes> list() {
        return holdSends.list();
    }

    @POST
    @RolesAllowed(Roles.SERVICE)
    @Operation(summary = "Stop sending in an emergency",
            description = "For all, a pack, a tenant, a channel, or these together. When it answers, nothing that it covers begins to be submitted.")
    public Uni<Brake> set(@Valid BrakeSetting setting) {
        return holdSends.set(setting);
    }

    @DELETE
    @RolesAllowed(Roles.SERVICE)
    @Operation(summary = "Let go what an emergency stop held", description = "The same members as it was set with.")
    public Uni<Brake> release(@QueryParam("pack") @Parameter(example = "growth") String pack,
            @QueryParam("tenant") @Parameter(example = "*") String tenant, @QueryParam("channel") @Parameter(example = "sms") String channel) {
        return holdSends.release(Scope.of(pack, tenant, channel));
    }
}
