package dev.ringback.growth.key;

import java.util.Objects;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.security.CurrentCaller;
import dev.ringback.engine.security.Roles;

@Path("/functions/v1")
class KeyResource {

    private final RotateKey rotateKey;
    private final CurrentCaller caller;

    KeyResource(RotateKey rotateKey, CurrentCaller caller) {
        this.rotateKey = rotateKey;
        this.caller = caller;
    }

    @POST
    @Path("growth-client-key-rotate")
    @RolesAllowed({Roles.TENANT, Roles.USER})
    @Operation(summary = "Replace the client's API key", description = "Answers with the new one, the only time that it is shown. "
            + "The replaced one opens for a day, or as long as asked; with an overlap of zero every replaced key ends at once.")
    public Uni<RotatedKey> rotate(@Valid KeyRotation rotation) {
        return rotateKey.rotate(caller.get(), Objects.requireNonNullElse(rotation, new KeyRotation(null, null)));
    }
}
