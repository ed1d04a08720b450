package dev.ringback.recruiting.session;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.security.CurrentCaller;
import dev.ringback.engine.security.Roles;

@Path("/functions/v1")
class SessionResource {

    private final StartSessions startSessions;
    private final CurrentCaller caller;

    SessionResource(StartSessions startSessions, CurrentCaller caller) {
        this.startSessions = startSessions;
        this.caller = caller;
    }

    @POST
    @Path("recruiting-session-start")
    @RolesAllowed({Roles.USER, Roles.SERVICE})
    @Operation(summary = "Begin to talk to candidates",
            description = "One, or up to 10,000 as a list or a table. Each row is accepted or refused with its reason.")
    public Uni<StartedSessions> start(@Valid StartRequest request) {
        return startSessions.start(caller.get(), request);
    }
}
