package dev.ringback.growth.submission;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.security.CurrentCaller;
import dev.ringback.engine.security.Roles;

@Path("/functions/v1")
class SubmissionResource {

    private final SubmitLead submitLead;
    private final SubmitBatch submitBatch;
    private final CurrentCaller caller;

    SubmissionResource(SubmitLead submitLead, SubmitBatch submitBatch, CurrentCaller caller) {
        this.submitLead = submitLead;
        this.submitBatch = submitBatch;
        this.caller = caller;
    }

    @POST
    @Path("growth-lead-submit")
    @RolesAllowed({Roles.TENANT, Roles.USER})
    @Operation(summary = "Submit a lead", description = "Stores it and has it answered as fast as the client's settings say.")
    public Uni<SubmittedLead> submit(@Valid Submission lead) {
        return submitLead.submit(caller.get(), lead);
    }

    @POST
    @Path("growth-lead-submit/batch")
    @RolesAllowed({Roles.TENANT, Roles.USER})
    @Operation(summary = "Submit up to 500 leads", description = "Each is accepted, or refused with its reason; the others are stored all the same.")
    public Uni<BatchAnswer> submitBatch(@Valid LeadBatch batch) {
        return submitBatch.submit(caller.get(), batch);
    }
}
