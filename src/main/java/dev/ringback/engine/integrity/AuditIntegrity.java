package dev.ringback.engine.integrity;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.run.Cadence;
import dev.ringback.engine.run.Job;
import dev.ringback.engine.run.JobBudget;
import dev.ringback.engine.run.JobReport;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.time.Clock;

/// Looks every night whether what must hold does. A rule that fails is told at the end; the others are looked at.
@ApplicationScoped
class AuditIntegrity implements Job {

    private static final Logger LOG = Logger.getLogger(AuditIntegrity.class);
    private static final int SHOWN = 10;
    private static final Cadence NIGHTLY = new Cadence.Daily(LocalTime.of(3, 0), ZoneOffset.UTC);

    private final IntegrityRules rules;
    private final ViolationGauges gauges;
    private final Database database;
    private final ViolationRepository violations;
    private final IntegrityConfig config;
    private final Clock clock;

    AuditIntegrity(IntegrityRules rules, ViolationGauges gauges, Database database, ViolationRepository violations, IntegrityConfig config,
            Clock clock) {
        this.rules = rules;
        this.gauges = gauges;
        this.database = database;
        this.violations = violations;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "integrity-audit";
    }

    @Override
    public Cadence cadence() {
        return NIGHTLY;
    }

    @Override
    public Uni<JobReport> run(JobBudget budget) {
        var now = clock.instant();
        var look = new Look(now.minus(config.window()), now.minus(config.patience()), now, config.limit());
        return Multi.createFrom().iterable(rules.all())
                .onItem().transformToUni(rule -> check(rule, look)).collectFailures().concatenate()
                .collect().last()
                .chain(() -> database.asService(violations::countOpen))
                .map(this::report);
    }

    private Uni<Integer> check(IntegrityRule rule, Look look) {
        return database.asService(tx -> rule.find(tx, look)
                .call(_ -> rule.heals() ? violations.resolve(tx, rule.name(), look.now()) : Uni.createFrom().voidItem()))
                .invoke(found -> tell(rule, found))
                .map(List::size);
    }

    private static void tell(IntegrityRule rule, List<String> found) {
        if (!found.isEmpty()) {
            LOG.errorf("integrity: %s: %d, the first: %s", rule.name(), found.size(), found.stream().limit(SHOWN).toList());
        }
    }

    private JobReport report(Map<String, Integer> open) {
        gauges.show(open);
        var checked = rules.all().size();
        return new JobReport(name(), checked, checked - open.size(), 0, open.size(), 0, 0, null);
    }
}
