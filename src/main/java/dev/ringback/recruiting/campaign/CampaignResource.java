package dev.ringback.recruiting.campaign;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.http.Cursor;
import dev.ringback.engine.http.Page;
import dev.ringback.engine.security.CurrentCaller;
import dev.ringback.engine.security.Roles;

@Path("/functions/v1/recruiting-campaigns")
class CampaignResource {

    private final EditCampaigns editCampaigns;
    private final CurrentCaller caller;

    CampaignResource(EditCampaigns editCampaigns, CurrentCaller caller) {
        this.editCampaigns = editCampaigns;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Roles.USER, Roles.SERVICE})
    @Operation(summary = "Make a campaign", description = "For recruiters.")
    public Uni<Campaign> create(@Valid Campaign campaign) {
        return editCampaigns.create(caller.get(), campaign);
    }

    @GET
    @RolesAllowed({Roles.USER, Roles.SERVICE})
    @Operation(summary = "The campaigns by name")
    public Uni<Page<Campaign>> list(@QueryParam("cursor") String cursor,
            @QueryParam("limit") @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100") String limit) {
        return editCampaigns.list(caller.get(), cursor, Cursor.limit(limit));
    }

    @GET
    @Path("{campaign}")
    @RolesAllowed({Roles.USER, Roles.SERVICE})
    @Operation(summary = "One campaign")
    public Uni<Campaign> get(@PathParam("campaign") @Parameter(example = "Plumber - London") String campaign) {
        return editCampaigns.get(caller.get(), campaign);
    }

    @PATCH
    @Path("{campaign}")
    @RolesAllowed({Roles.USER, Roles.SERVICE})
    @Operation(summary = "Change a campaign", description = "While a session is active it keeps its name.")
    public Uni<Campaign> change(@PathParam("campaign") @Parameter(example = "Plumber - London") String campaign, @Valid Campaign change) {
        return editCampaigns.change(caller.get(), campaign, change);
    }
}
