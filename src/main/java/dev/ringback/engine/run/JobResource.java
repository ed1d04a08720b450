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
    private final RunJob runJob;

    JobResource(Jobs jobs, RunJob runJob) {
        this.jobs = jobs;
        this.runJob = runJob;
    }

    @POST
    @Path("{name}")
    @RolesAllowed({Roles.JOB, Roles.SERVICE})
    @Operation(summary = "Run a job once, within its budget",
            description = "Jobs of the calendar run once per slot (hour, night): called again, they do nothing.")
    public Uni<JobReport> run(@PathParam("name") @Parameter(example = "dispatch-due") String name, @Valid JobBudget budget) {
        return runJob.run(jobs.find(name).orElseThrow(() -> Problem.notFound("job", name)), budget);
    }
}
