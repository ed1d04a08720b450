package dev.ringback.engine.usage;

import java.math.BigDecimal;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class UsageRepository {

    private final Statements sql = Statements.of(UsageRepository.class);

    Uni<Integer> record(Tx tx, Used used) {
        return tx.run(query("record", used).bind("quantity", used.quantity()));
    }

    /// Held until the transaction ends; what it answers was read after the lock was given.
    Uni<Allowance> lockAllowance(Tx tx, Used used) {
        return tx.list(Query.of(sql.get("lock_allowance")).bind("pack", used.pack()).bind("tenant", used.tenant()).bind("metric", used.metric()),
                row -> row).chain(
                        () -> tx.one(query("find_allowance", used),
                                row -> new Allowance(row.getBigDecimal("remaining"), row.getBoolean("used_before"))));
    }

    /// Answers what is left.
    Uni<BigDecimal> take(Tx tx, Used used) {
        return tx.one(query("take", used).bind("quantity", used.quantity()), row -> row.getBigDecimal("remaining"));
    }

    Uni<Void> allow(Tx tx, String pack, String tenant, String metric, BigDecimal quantity) {
        return tx.run(Query.of(sql.get("allow")).bind("pack", pack).bind("tenant", tenant).bind("metric", metric).bind("quantity", quantity))
                .replaceWithVoid();
    }

    private Query query(String name, Used used) {
        return Query.of(sql.get(name)).bind("pack", used.pack()).bind("tenant", used.tenant()).bind("metric", used.metric())
                .bind("source_id", used.sourceId());
    }

    /// @param remaining zero where nothing was ever allowed
    record Allowance(BigDecimal remaining, boolean usedBefore) {}
}
