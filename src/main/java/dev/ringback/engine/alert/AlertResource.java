package dev.ringback.engine.alert;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.consent.Tenancy;
import dev.ringback.engine.security.CurrentCaller;
import dev.ringback.engine.security.Roles;

@Path("/functions/v1/hot-lead-alerts")
class AlertResource {

    private final SetAlerts setAlerts;
    private final CurrentCaller caller;

    AlertResource(SetAlerts setAlerts, CurrentCaller caller) {
        this.setAlerts = setAlerts;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.SERVICE, Roles.TENANT})
    @Operation(summary = "Whom a tenant has told of hot leads")
    public Uni<KeptAlerts> get(@QueryParam("pack") @Parameter(example = "growth") String pack,
            @QueryParam("tenant") @Parameter(example = "d0000000-0000-4000-8000-000000000001") String tenant) {
        return setAlerts.find(Tenancy.of(caller.get(), pack, tenant));
    }

    @PUT
    @RolesAllowed({Roles.SERVICE, Roles.TENANT})
    @Operation(summary = "Have somebody told of hot leads",
            description = "By mail, by webhook (Standard Webhooks; public addresses only) or both. The secret is shown when it is made.")
    public Uni<KeptAlerts> set(@Valid AlertSetting setting) {
        return setAlerts.set(Tenancy.of(caller.get(), setting.pack(), setting.tenant()), setting);
    }
}
