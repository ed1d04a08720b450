package dev.ringback.engine.run;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.http.Cursor;
import dev.ringback.engine.http.Page;
import dev.ringback.engine.security.Roles;
import dev.ringback.engine.sql.Database;

@Path("/functions/v1/runs")
class RunResource {

    private final Database database;
    private final RunRepository runs;

    RunResource(Database database, RunRepository runs) {
        this.database = database;
        this.runs = runs;
    }

    @GET
    @RolesAllowed(Roles.SERVICE)
    @Operation(summary = "What the jobs did, the latest first",
            description = "Of jobs that drain, the runs that did something or failed. `error` keeps those with (true) or without (false) one.")
    public Uni<Page<Run>> list(@QueryParam("job") @Parameter(example = "retention") String job,
            @QueryParam("error") @Parameter(example = "true") Boolean erroneous,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100") String limit) {
        var most = Cursor.limit(limit);
        return database.asService(tx -> runs.list(tx, job, erroneous, Cursor.parse(cursor), most + 1))
                .map(rows -> Page.of(rows, most, run -> new Cursor(run.startedAt(), run.id())));
    }
}
