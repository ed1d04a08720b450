package dev.ringback.growth.list;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.http.Cursor;
import dev.ringback.engine.http.Page;
import dev.ringback.engine.security.CurrentCaller;
import dev.ringback.engine.security.Roles;

@Path("/functions/v1")
class LeadListResource {

    private final ReadLeads readLeads;
    private final CurrentCaller caller;

    LeadListResource(ReadLeads readLeads, CurrentCaller caller) {
        this.readLeads = readLeads;
        this.caller = caller;
    }

    @GET
    @Path("growth-leads")
    @RolesAllowed({Roles.TENANT, Roles.USER})
    @Operation(summary = "The client's leads, the latest first")
    @Parameter(name = "tag", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING, examples = "Follow-Up"),
            description = "Active, Follow-Up, Converted, Archived or Deleted; deleted ones are listed by it alone")
    @Parameter(name = "urgency", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING, examples = "High"))
    @Parameter(name = "intent", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING, examples = "pricing"))
    @Parameter(name = "source", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING, examples = "referral"))
    @Parameter(name = "email", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING, examples = "sarah@chen.example"))
    @Parameter(name = "test", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.BOOLEAN), description = "Test leads alone, or all others")
    public Uni<Page<Lead>> list(@Context UriInfo uri, @QueryParam("cursor") String cursor,
            @QueryParam("limit") @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100") String limit) {
        return readLeads.list(caller.get(), LeadFilter.of(uri.getQueryParameters()::getFirst), Cursor.parse(cursor), Cursor.limit(limit));
    }

    @GET
    @Path("growth-leads/{id}")
    @RolesAllowed({Roles.TENANT, Roles.USER})
    @Operation(summary = "One lead")
    public Uni<Lead> get(@PathParam("id") UUID id) {
        return readLeads.get(caller.get(), id);
    }

    @GET
    @Path("growth-lead-timeline/{id}")
    @RolesAllowed({Roles.TENANT, Roles.USER})
    @Operation(summary = "Everything that happened with a lead, in order")
    public Uni<Timeline> timeline(@PathParam("id") UUID id) {
        return readLeads.timeline(caller.get(), id);
    }
}
