package dev.ringback.growth.insight;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
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

@Path("/functions/v1/growth-insights")
class InsightResource {

    private final ReadInsights readInsights;
    private final CurrentCaller caller;

    InsightResource(ReadInsights readInsights, CurrentCaller caller) {
        this.readInsights = readInsights;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.TENANT, Roles.USER})
    @Operation(summary = "What the client's leads taught, the latest first",
            description = "Conversions and reversions as they happened; scores, trends, patterns and predictions per local day.")
    public Uni<Page<InsightView>> list(@QueryParam("event_type") String eventType, @QueryParam("cursor") String cursor,
            @QueryParam("limit") @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100") String limit) {
        return readInsights.list(caller.get(), eventType, Cursor.parse(cursor), Cursor.limit(limit));
    }
}
