package dev.ringback.growth.tag;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.security.CurrentCaller;
import dev.ringback.engine.security.Roles;

@Path("/functions/v1")
class TagResource {

    private final MoveLead moveLead;
    private final CurrentCaller caller;

    TagResource(MoveLead moveLead, CurrentCaller caller) {
        this.moveLead = moveLead;
        this.caller = caller;
    }

    @POST
    @Path("growth-lead-tag")
    @RolesAllowed({Roles.TENANT, Roles.USER})
    @Operation(summary = "Tag a lead", description = "A conversion is kept as an insight; Follow-Up starts the reminders.")
    public Uni<MovedLead> tag(@Valid TagChange change) {
        return moveLead.move(caller.get(), change.leadId(), new Wish.Tag(change.tag()), change.conversionValue());
    }

    @POST
    @Path("growth-lead-archive")
    @RolesAllowed({Roles.TENANT, Roles.USER})
    @Operation(summary = "Archive a lead", description = "It is not written to any more.")
    public Uni<MovedLead> archive(@Valid ChosenLead lead) {
        return moveLead.move(caller.get(), lead.leadId(), new Wish.Archive());
    }

    @POST
    @Path("growth-lead-delete")
    @RolesAllowed({Roles.TENANT, Roles.USER})
    @Operation(summary = "Delete a lead", description = "It can be restored; for good it goes with `subject-erase`.")
    public Uni<MovedLead> delete(@Valid ChosenLead lead) {
        return moveLead.move(caller.get(), lead.leadId(), new Wish.Delete());
    }

    @POST
    @Path("growth-lead-revert")
    @RolesAllowed({Roles.TENANT, Roles.USER})
    @Operation(summary = "Revert a conversion", description = "The reason is kept with the lead's history and as an insight.")
    public Uni<MovedLead> revert(@Valid Reversion reversion) {
        return moveLead.move(caller.get(), reversion.leadId(), new Wish.Revert(reversion.reason()));
    }

    @POST
    @Path("growth-lead-restore")
    @RolesAllowed({Roles.TENANT, Roles.USER})
    @Operation(summary = "Restore an archived or deleted lead", description = "Refused with its id where the address lives again in another lead.")
    public Uni<MovedLead> restore(@Valid ChosenLead lead) {
        return moveLead.move(caller.get(), lead.leadId(), new Wish.Restore());
    }
}
