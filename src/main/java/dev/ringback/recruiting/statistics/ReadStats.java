package dev.ringback.recruiting.statistics;

import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.http.Problem;
import dev.ringback.engine.security.Caller;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.time.Clock;

/// A recruiter looks at how a campaign goes.
@ApplicationScoped
class ReadStats {

    private final Database database;
    private final StatsRepository stats;
    private final Clock clock;

    ReadStats(Database database, StatsRepository stats, Clock clock) {
        this.database = database;
        this.stats = stats;
        this.clock = clock;
    }

    // The zone is the engine's setting, which callers don't see; the figures are read with the caller's own rights.
    Uni<CampaignStats> read(Caller caller, String campaign) {
        return database.asService(stats::findZone)
                .chain(zone -> database.as(caller.runAs(), tx -> stats.find(tx, campaign, LocalDate.ofInstant(clock.instant(), zone), zone)))
                .map(found -> found.orElseThrow(() -> Problem.notFound("campaign", campaign)));
    }
}
