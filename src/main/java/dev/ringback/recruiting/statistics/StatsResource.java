package dev.ringback.recruiting.statistics;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.security.CurrentCaller;
import dev.ringback.engine.security.Roles;

@Path("/functions/v1")
class StatsResource {

    private final ReadStats readStats;
    private final CurrentCaller caller;

    StatsResource(ReadStats readStats, CurrentCaller caller) {
        this.readStats = readStats;
        this.caller = caller;
    }

    @GET
    @Path("recruiting-campaign-stats")
    @RolesAllowed({Roles.USER, Roles.SERVICE})
    @Operation(summary = "A campaign's figures up to now")
    public Uni<CampaignStats> read(@QueryParam("campaign") @NotBlank @Parameter(example = "Plumber - London") String campaign) {
        return readStats.read(caller.get(), campaign);
    }
}
