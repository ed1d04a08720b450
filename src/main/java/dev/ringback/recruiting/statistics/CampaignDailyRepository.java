package dev.ringback.recruiting.statistics;

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

/// What was said and found out, per campaign and day.
@ApplicationScoped
class CampaignDailyRepository implements Rollup {

    private final Statements sql = Statements.of(CampaignDailyRepository.class);

    @Override
    public String name() {
        return "recruiting.campaign_daily";
    }

    @Override
    public Uni<List<String>> recompute(Tx tx, List<TenantDay> days) {
        return tx.list(Query.of(sql.get("recompute"))
                .bindAll("days", days.stream().map(TenantDay::day).toList(), LocalDate[]::new)
                .bindAll("zones", days.stream().map(TenantDay::zone).toList(), String[]::new), row -> row.getString("changed"));
    }

    @Override
    public Uni<Integer> markRange(Tx tx, DayRange range) {
        return tx.run(Query.of(sql.get("mark_range")).bind("pack", range.pack()).bind("tenant", range.tenant())
                .bind("from", range.from()).bind("to", range.to()));
    }
}
