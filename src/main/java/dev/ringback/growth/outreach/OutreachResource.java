package dev.ringback.growth.outreach;

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

import dev.ringback.engine.http.Cursor;
import dev.ringback.engine.http.Page;
import dev.ringback.engine.security.CurrentCaller;
import dev.ringback.engine.security.Roles;

@Path("/functions/v1/growth-prospect-outreach")
class OutreachResource {

    private final WriteToProspects writeToProspects;
    private final CurrentCaller caller;

    OutreachResource(WriteToProspects writeToProspects, CurrentCaller caller) {
        this.writeToProspects = writeToProspects;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.SERVICE)
    @Operation(summary = "Write to prospects",
            description = "By mail, or through their form. Who answered, or may still answer the last message, is not written to again.")
    public Uni<OutreachReport> write(@Valid OutreachRequest request) {
        return writeToProspects.write(request);
    }

    @GET
    @RolesAllowed({Roles.SERVICE, Roles.TENANT, Roles.USER})
    @Operation(summary = "What was written to prospects, the latest first", description = "Only for the agency itself.")
    public Uni<Page<Outreach>> list(@QueryParam("prospect_id") String prospect, @QueryParam("cursor") String cursor,
            @QueryParam("limit") @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100") String limit) {
        return writeToProspects.list(caller.get(), prospect, Cursor.parse(cursor), Cursor.limit(limit));
    }
}
