package dev.ringback.growth.client;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseStatus;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.security.CurrentCaller;
import dev.ringback.engine.security.Roles;

@Path("/functions/v1")
class ClientResource {

    private final RegisterClient registerClient;
    private final EditSettings editSettings;
    private final CurrentCaller caller;

    ClientResource(RegisterClient registerClient, EditSettings editSettings, CurrentCaller caller) {
        this.registerClient = registerClient;
        this.editSettings = editSettings;
        this.caller = caller;
    }

    @POST
    @Path("growth-client-register")
    @RolesAllowed(Roles.SERVICE)
    @ResponseStatus(201)
    @APIResponse(responseCode = "201", description = "Registered",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RegisteredClient.class)))
    @Operation(summary = "Register a client", description = "Answers with its API key, the only time that it is shown.")
    public Uni<RegisteredClient> register(@Valid Registration registration) {
        return registerClient.register(registration);
    }

    @GET
    @Path("growth-client-settings")
    @RolesAllowed({Roles.TENANT, Roles.USER})
    @Operation(summary = "The client's own settings")
    public Uni<SettingsView> settings() {
        return editSettings.view(caller.get());
    }

    @PATCH
    @Path("growth-client-settings")
    @RolesAllowed({Roles.TENANT, Roles.USER})
    @Operation(summary = "Change the client's own settings")
    public Uni<SettingsView> change(@Valid SettingsChange change) {
        return editSettings.change(caller.get(), change);
    }
}
