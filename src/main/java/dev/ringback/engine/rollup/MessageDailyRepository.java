package dev.ringback.engine.rollup;

import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

/// What was planned, sent, answered and not sent, per tenant, day and channel.
@ApplicationScoped
class MessageDailyRepository implements Rollup {

    private final Statements sql = Statements.of(MessageDailyRepository.class);

    @Override
    public String name() {
        return "engine.message_daily";
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
