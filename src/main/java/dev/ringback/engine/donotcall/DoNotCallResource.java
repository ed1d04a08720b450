package dev.ringback.engine.donotcall;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.security.Roles;

@Path("/functions/v1/do-not-call-import")
class DoNotCallResource {

    private final ImportList importList;

    DoNotCallResource(ImportList importList) {
        this.importList = importList;
    }

    @POST
    @RolesAllowed(Roles.SERVICE)
    @Operation(summary = "Take in a do-not-call list",
            description = "In parts, as hashes; its last part makes it count, in place of the state before. A list "
                    + "that is older than allowed blocks all calls.")
    public Uni<ImportedPart> take(@Valid ListPart part) {
        return importList.take(part);
    }
}
