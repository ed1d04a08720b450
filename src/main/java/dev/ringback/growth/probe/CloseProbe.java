package dev.ringback.growth.probe;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.sql.Database;
import dev.ringback.engine.work.Outcome;
import dev.ringback.engine.work.Work;
import dev.ringback.engine.work.WorkHandler;

/// Ends the wait for an automatic answer. Work kind `growth.close-probe`, due when patience ends.
@ApplicationScoped
class CloseProbe implements WorkHandler {

    static final String KIND = "growth.close-probe";

    private final Database database;
    private final ProbeRepository probes;

    CloseProbe(Database database, ProbeRepository probes) {
        this.database = database;
        this.probes = probes;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Outcome> handle(Work work) {
        var probe = UUID.fromString((String) work.payload().get("probe"));
        return database.asService(tx -> probes.close(tx, probe, ProbeScore.SILENT).chain(() -> probes.score(tx, probe)))
                .replaceWith(new Outcome.Done());
    }
}
