package dev.ringback.engine.person;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.security.CurrentCaller;
import dev.ringback.engine.security.Roles;

@Path("/functions/v1/person-link")
class PersonResource {

    private final LinkPerson linkPerson;
    private final CurrentCaller caller;

    PersonResource(LinkPerson linkPerson, CurrentCaller caller) {
        this.linkPerson = linkPerson;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Roles.SERVICE, Roles.TENANT})
    @Operation(summary = "Say that addresses are one person's", description = "His opt-outs hold on all of them from now on. A tenant links its own.")
    public Uni<Linked> link(@Valid Link link) {
        return linkPerson.link(caller.get(), link);
    }
}
