package dev.ringback.engine.rollup;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.audit.Audit;
import dev.ringback.engine.audit.Change;
import dev.ringback.engine.http.Problem;
import dev.ringback.engine.run.Batches;
import dev.ringback.engine.run.JobBudget;
import dev.ringback.engine.sql.Database;

/// Computes a range of days anew: marks them, and works the marks as long as the budget lasts.
@ApplicationScoped
class RebuildRollup {

    private final Rollups rollups;
    private final RollupRepository marks;
    private final Database database;
    private final Audit audit;
    private final RollupConfig config;

    RebuildRollup(Rollups rollups, RollupRepository marks, Database database, Audit audit, RollupConfig config) {
        this.rollups = rollups;
        this.marks = marks;
        this.database = database;
        this.audit = audit;
        this.config = config;
    }

    Uni<Rebuilding> rebuild(RebuildRequest request) {
        var rollup = rollups.find(request.rollup()).orElseThrow(() -> Problem.notFound("rollup", request.rollup()));
        return database.asService(tx -> rollup.markRange(tx, request.range()).call(() -> audit.record(tx, asked(request))))
                .chain(marked -> drain(rollup).map(done -> new Rebuilding(marked, done.done(), 0)))
                .chain(done -> database.asService(marks::countMarks).map(left -> new Rebuilding(done.marked(), done.computed(), left)));
    }

    private Uni<Batches.Done> drain(Rollup rollup) {
        return new Batches(JobBudget.OWN, config.budget(), config.batch()).drain(limit -> rollups.recompute(rollup, limit));
    }

    private static Change asked(RebuildRequest request) {
        var range = "%s to %s".formatted(request.from(), request.to());
        return new Change("engine", request.tenant(), "engine.rollup.rebuilt", "rollup", request.rollup(), null, Map.of("days", range));
    }
}
