package dev.ringback.engine.erasure;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.security.CurrentCaller;
import dev.ringback.engine.security.Roles;

@Path("/functions/v1")
class ErasureResource {

    private final ExportSubject exportSubject;
    private final EraseSubject eraseSubject;
    private final CurrentCaller caller;

    ErasureResource(ExportSubject exportSubject, EraseSubject eraseSubject, CurrentCaller caller) {
        this.exportSubject = exportSubject;
        this.eraseSubject = eraseSubject;
        this.caller = caller;
    }

    @POST
    @Path("subject-export")
    @RolesAllowed({Roles.SERVICE, Roles.TENANT})
    @Operation(summary = "Everything that is kept about a person")
    public Uni<SubjectData> export(@Valid AboutWhom whom) {
        return exportSubject.export(caller.get(), whom);
    }

    @POST
    @Path("subject-erase")
    @RolesAllowed({Roles.SERVICE, Roles.TENANT})
    @Operation(summary = "Forget a person", description = "Addresses and texts go, from the pack's own rows too. The keyed hashes of refusals stay.")
    public Uni<Erased> erase(@Valid AboutWhom whom) {
        return eraseSubject.erase(caller.get(), whom);
    }
}
