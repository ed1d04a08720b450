package dev.ringback.engine.usage;

import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.rollup.DayRange;
import dev.ringback.engine.rollup.Rollup;
import dev.ringback.engine.rollup.TenantDay;
import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

/// What was used, per tenant, metric and month.
@ApplicationScoped
class UsageMonthRepository implements Rollup {

    private final Statements sql = Statements.of(UsageMonthRepository.class);

    @Override
    public String name() {
        return "engine.usage_month";
    }

    @Override
    public Uni<List<String>> recompute(Tx tx, List<TenantDay> days) {
        return tx.list(Query.of(sql.get("recompute"))
                .bindAll("packs", days.stream().map(TenantDay::pack).toList(), String[]::new)
                .bindAll("tenants", days.stream().map(TenantDay::tenant).toList(), String[]::new)
                .bindAll("days", days.stream().map(TenantDay::day).toList(), LocalDate[]::new)
                .bindAll("zones", days.stream().map(TenantDay::zone).toList(), String[]::new), row -> row.getString("changed"));
    }

    @Override
    public Uni<Integer> markRange(Tx tx, DayRange range) {
        return tx.run(Query.of(sql.get("mark_range")).bind("pack", range.pack()).bind("tenant", range.tenant())
                .bind("from", range.from()).bind("to", range.to()));
    }
}
