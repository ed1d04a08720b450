package dev.ringback.engine.rollup;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;

import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class RollupRepository {

    private final Statements sql = Statements.of(RollupRepository.class);

    /// False while somebody else recomputes it.
    Uni<Boolean> lock(Tx tx, String rollup) {
        return tx.list(query("lock_rollup").bind("rollup", rollup), row -> row).map(rows -> !rows.isEmpty());
    }

    Uni<List<Mark>> takeMarks(Tx tx, String rollup, Whose whose, int limit) {
        return tx.list(query("take_marks").bind("rollup", rollup).bind("pack", whose.pack()).bind("tenant", whose.tenant()).bind("limit", limit),
                RollupRepository::mark);
    }

    /// Whose the oldest marks are.
    Uni<List<Whose>> findMarked(Tx tx, String rollup, int limit) {
        return tx.list(query("find_marked").bind("rollup", rollup).bind("limit", limit),
                row -> new Whose(row.getString("pack"), row.getString("tenant")));
    }

    /// The tenant's marks go behind all others.
    Uni<Integer> postpone(Tx tx, String rollup, Whose whose) {
        return tx.run(query("postpone").bind("rollup", rollup).bind("pack", whose.pack()).bind("tenant", whose.tenant()));
    }

    Uni<Long> countMarks(Tx tx) {
        return tx.one(query("count_marks"), row -> row.getLong("remaining"));
    }

    /// Answers how many tenants had days that ended.
    Uni<Integer> closeDays(Tx tx, Instant now, int mostDays, int limit) {
        return tx.one(query("close_days").bind("now", now).bind("most_days", mostDays).bind("limit", limit), row -> row.getInteger("tenants"));
    }

    /// Ended days of the last week whose tenants have no mark.
    Uni<List<TenantDay>> findQuietDays(Tx tx, String rollup, Instant now, int limit) {
        return tx.list(query("find_quiet_days").bind("rollup", rollup).bind("now", now).bind("limit", limit), RollupRepository::day);
    }

    /// As `<pack>/<tenant>`.
    Uni<Set<String>> findMarkedTenants(Tx tx, String rollup) {
        return tx.list(query("find_marked_tenants").bind("rollup", rollup), row -> row.getString("tenant")).map(Set::copyOf);
    }

    private Query query(String name) {
        return Query.of(sql.get(name));
    }

    private static Mark mark(Row row) {
        return new Mark(day(row), row.getInteger("marks"));
    }

    private static TenantDay day(Row row) {
        return new TenantDay(row.getString("pack"), row.getString("tenant"), row.getLocalDate("day"), row.getString("zone"));
    }

    /// A tenant of a pack.
    record Whose(String pack, String tenant) {

        static final Whose ANYBODY = new Whose(null, null);
    }

    /// @param day   without a date where every day of the tenant is meant
    /// @param marks how many marks named it
    record Mark(TenantDay day, int marks) {

        boolean isEveryDay() {
            return day.day() == null;
        }
    }
}
