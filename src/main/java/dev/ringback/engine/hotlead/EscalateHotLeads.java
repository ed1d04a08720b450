package dev.ringback.engine.hotlead;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.alert.SendAlert;
import dev.ringback.engine.run.Cadence;
import dev.ringback.engine.run.Job;
import dev.ringback.engine.run.JobBudget;
import dev.ringback.engine.run.JobReport;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;

/// Tells once more of hot leads that nobody took.
@ApplicationScoped
class EscalateHotLeads implements Job {

    private static final Cadence EVERY = new Cadence.Draining(Duration.ofMinutes(5));
    private static final int MOST_AT_ONCE = 200;

    private final Database database;
    private final HotLeadRepository hotLeads;
    private final SendAlert sendAlert;
    private final HotLeadConfig config;
    private final Clock clock;

    EscalateHotLeads(Database database, HotLeadRepository hotLeads, SendAlert sendAlert, HotLeadConfig config, Clock clock) {
        this.database = database;
        this.hotLeads = hotLeads;
        this.sendAlert = sendAlert;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "hot-lead-escalate";
    }

    @Override
    public Cadence cadence() {
        return EVERY;
    }

    @Override
    public Uni<JobReport> run(JobBudget budget) {
        var most = Math.min(budget.limitOrAll(), MOST_AT_ONCE);
        return database.asService(tx -> escalate(tx, most)).map(escalated -> JobReport.done(name(), escalated));
    }

    private Uni<Integer> escalate(Tx tx, int most) {
        var now = clock.instant();
        return hotLeads.escalate(tx, now.minus(config.escalateAfter()), now.minus(config.forget()), most, now)
                .chain(alerts -> Multi.createFrom().iterable(alerts)
                        .onItem().transformToUniAndConcatenate(alert -> sendAlert.send(tx, alert).replaceWith(alert))
                        .collect().asList().map(List::size));
    }
}
