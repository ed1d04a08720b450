package dev.ringback.growth.sender;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.security.CurrentCaller;
import dev.ringback.engine.security.Roles;

@Path("/functions/v1")
class ServerResource {

    private final VerifyServer verifyServer;
    private final CurrentCaller caller;

    ServerResource(VerifyServer verifyServer, CurrentCaller caller) {
        this.verifyServer = verifyServer;
        this.caller = caller;
    }

    @PUT
    @Path("growth-client-settings/sender")
    @RolesAllowed({Roles.TENANT, Roles.USER})
    @Operation(summary = "Send through the client's own mail server",
            description = "A test mail goes to the client through it; only if the server takes that is it the sender.")
    public Uni<VerifiedServer> verify(@Valid @NotNull OwnServer server) {
        return verifyServer.verify(caller.get(), server);
    }

    @DELETE
    @Path("growth-client-settings/sender")
    @RolesAllowed({Roles.TENANT, Roles.USER})
    @Operation(summary = "Send through the installation's mail server again")
    public Uni<VerifiedServer> forget() {
        return verifyServer.forget(caller.get());
    }
}
