package dev.ringback.engine.trial;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.security.Roles;

@Path("/functions/v1")
class TrialResource {

    private final TryRules tryRules;
    private final RehearsePlan rehearsePlan;

    TrialResource(TryRules tryRules, RehearsePlan rehearsePlan) {
        this.tryRules = tryRules;
        this.rehearsePlan = rehearsePlan;
    }

    @POST
    @Path("window-next")
    @RolesAllowed({Roles.SERVICE, Roles.USER, Roles.TENANT})
    @Operation(summary = "When windows open next", description = "The first instant from `at` at which all rules are open for a minute.")
    public Uni<NextOpenings> windowNext(@Valid WindowCases cases) {
        return tryRules.openings(cases);
    }

    @POST
    @Path("classify-text")
    @RolesAllowed({Roles.SERVICE, Roles.USER, Roles.TENANT})
    @Operation(summary = "What the rules read in texts", description = "Opt-out, automatic reply and signals, with the ids of the rules.")
    public Uni<ReadTexts> classifyText(@Valid TextCases cases) {
        return tryRules.readings(cases);
    }

    @POST
    @Path("preview")
    @RolesAllowed(Roles.SERVICE)
    @Operation(summary = "What would become of a message",
            description = "When it would leave or why not, every rule's verdict at each instant on the way, and its text. Nothing is written.")
    public Uni<Preview> preview(@Valid Plan plan) {
        return rehearsePlan.rehearse(plan);
    }
}
