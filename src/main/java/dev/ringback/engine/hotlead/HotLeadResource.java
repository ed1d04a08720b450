package dev.ringback.engine.hotlead;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.consent.Tenancy;
import dev.ringback.engine.http.Cursor;
import dev.ringback.engine.http.Page;
import dev.ringback.engine.security.CurrentCaller;
import dev.ringback.engine.security.Roles;

@Path("/functions/v1/hot-leads")
class HotLeadResource {

    private final TakeHotLead takeHotLead;
    private final CurrentCaller caller;

    HotLeadResource(TakeHotLead takeHotLead, CurrentCaller caller) {
        this.takeHotLead = takeHotLead;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.SERVICE, Roles.TENANT})
    @Operation(summary = "Hot leads that nobody took yet, the latest first")
    public Uni<Page<WaitingLead>> list(@QueryParam("pack") String pack, @QueryParam("tenant") String tenant, @QueryParam("cursor") String cursor,
            @QueryParam("limit") @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100") String limit) {
        return takeHotLead.list(Tenancy.of(caller.get(), pack, tenant), Cursor.parse(cursor), Cursor.limit(limit));
    }

    @POST
    @RolesAllowed({Roles.SERVICE, Roles.TENANT})
    @Operation(summary = "Take a hot lead", description = "Nobody is told of it any more.")
    public Uni<TakenLead> take(@Valid Taking taking) {
        return takeHotLead.take(caller.get(), taking);
    }
}
