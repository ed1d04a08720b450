package dev.ringback.growth.probe;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.http.Problem;
import dev.ringback.engine.security.Caller;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.wakeup.WakeUps;
import dev.ringback.growth.prospect.Prospects;

/// The agency has prospects asked, and looks at what came of it.
@ApplicationScoped
class AskProspects {

    private final Database database;
    private final Prospects prospects;
    private final ProbeRepository probes;
    private final PlanProbes planProbes;
    private final WakeUps wakeUps;

    AskProspects(Database database, Prospects prospects, ProbeRepository probes, PlanProbes planProbes, WakeUps wakeUps) {
        this.database = database;
        this.prospects = prospects;
        this.probes = probes;
        this.planProbes = planProbes;
        this.wakeUps = wakeUps;
    }

    Uni<ProbeReport> ask(ProbeRequest request) {
        var channel = request.channel() == null ? null : Channel.of(request.channel());
        return database.asService(tx -> planProbes.plan(tx, request.prospectIds(), channel)).invoke(wakeUps::ring);
    }

    Uni<ProbeList> list(Caller caller, UUID prospect) {
        return database.as(caller.runAs(), tx -> prospects.findAll(tx, List.of(prospect))
                .map(found -> found.stream().findFirst().orElseThrow(() -> Problem.notFound("prospect", prospect)))
                .chain(known -> probes.list(tx, known.id())))
                .map(ProbeList::new);
    }

    /// A prospect's probes, the latest first.
    record ProbeList(List<Probe> items) {}
}
