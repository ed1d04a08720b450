package dev.ringback.recruiting.call;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.security.CurrentCaller;
import dev.ringback.engine.security.Roles;

@Path("/functions/v1/recruiting-calls")
class CallResource {

    private final StartCalls startCalls;
    private final CurrentCaller caller;

    CallResource(StartCalls startCalls, CurrentCaller caller) {
        this.startCalls = startCalls;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Roles.USER, Roles.SERVICE})
    @Operation(summary = "Have candidates called", description = "Needs a recorded consent of each; the calls share a batch_call_id.")
    public Uni<StartedCalls> start(@Valid CallRequest request) {
        return startCalls.start(caller.get(), request);
    }

    @GET
    @RolesAllowed({Roles.USER, Roles.SERVICE})
    @Operation(summary = "A session's calls, the latest first")
    public Uni<Calls> list(
            @QueryParam("session_id") @NotBlank @Parameter(example = "b1f6b0de-3c1d-4a52-9d0a-1c8f5e0d7a21") String sessionId) {
        return startCalls.list(caller.get(), sessionId);
    }
}
