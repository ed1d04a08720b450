package dev.ringback.growth.probe;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.eclipse.microprofile.openapi.annotations.Operation;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.security.CurrentCaller;
import dev.ringback.engine.security.Roles;
import dev.ringback.growth.probe.AskProspects.ProbeList;

@Path("/functions/v1/growth-prospect-probe")
class ProbeResource {

    private final AskProspects askProspects;
    private final CurrentCaller caller;

    ProbeResource(AskProspects askProspects, CurrentCaller caller) {
        this.askProspects = askProspects;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.SERVICE)
    @Operation(summary = "Find out how prospects answer",
            description = "Writes through their form, or by mail, and measures the automatic answer. One question to a prospect at a time.")
    public Uni<ProbeReport> ask(@Valid ProbeRequest request) {
        return askProspects.ask(request);
    }

    @GET
    @Path("{prospect_id}")
    @RolesAllowed({Roles.SERVICE, Roles.TENANT, Roles.USER})
    @Operation(summary = "What probes of a prospect found out", description = "The latest first. Only for the agency itself.")
    public Uni<ProbeList> list(@PathParam("prospect_id") UUID prospect) {
        return askProspects.list(caller.get(), prospect);
    }
}
