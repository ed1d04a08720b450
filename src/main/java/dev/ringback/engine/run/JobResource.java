package dev.ringback.engine.run;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.http.Problem;
import dev.ringback.engine.security.Roles;

@Path("/functions/v1/jobs")
class JobResource {

    private final Jobs jobs;

    JobResource(Jobs jobs) {
        this.jobs = jobs;
    }

    @POST
    @Path("{name}")
    @RolesAllowed({Roles.JOB, Roles.SERVICE})
    @Operation(summary = "Run a job once, within its budget")
    public Uni<JobReport> run(@PathParam("name") @Parameter(example = "dispatch-due") String name, @Valid JobBudget budget) {
        return jobs.find(name).orElseThrow(() -> Problem.notFound("job", name)).run(budget);
    }
}
