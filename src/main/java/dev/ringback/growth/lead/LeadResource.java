package dev.ringback.growth.lead;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.http.Cursor;
import dev.ringback.engine.http.Page;
import dev.ringback.engine.security.CurrentCaller;
import dev.ringback.engine.security.Roles;

@Path("/functions/v1")
class LeadResource {

    private final SubmitLead submitLead;
    private final ReadLeads readLeads;
    private final CurrentCaller caller;

    LeadResource(SubmitLead submitLead, ReadLeads readLeads, CurrentCaller caller) {
        this.submitLead = submitLead;
        this.readLeads = readLeads;
        this.caller = caller;
    }

    @POST
    @Path("growth-lead-submit")
    @RolesAllowed({Roles.TENANT, Roles.USER})
    @Operation(summary = "Submit a lead", description = "Stores it and has it answered as fast as the client's settings say.")
    public Uni<SubmittedLead> submit(@Valid Submission lead) {
        return submitLead.submit(caller.get(), lead);
    }

    @GET
    @Path("growth-leads")
    @RolesAllowed({Roles.TENANT, Roles.USER})
    @Operation(summary = "The client's leads, the latest first")
    public Uni<Page<Lead>> list(@QueryParam("tag") String tag, @QueryParam("cursor") String cursor,
            @QueryParam("limit") @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100") String limit) {
        return readLeads.list(caller.get(), tag, Cursor.parse(cursor), Cursor.limit(limit));
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
