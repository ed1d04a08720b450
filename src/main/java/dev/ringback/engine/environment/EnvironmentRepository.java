package dev.ringback.engine.environment;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;

import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Rows;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class EnvironmentRepository {

    private final Statements sql = Statements.of(EnvironmentRepository.class);

    Uni<Integer> record(Tx tx, String project, String by, Instant now) {
        return tx.run(query("record", project).bind("by", by).bind("now", now));
    }

    Uni<Integer> claim(Tx tx, String project, String by, Instant now) {
        return tx.run(query("claim", project).bind("by", by).bind("now", now));
    }

    Uni<EnvironmentReport> read(Tx tx, String project) {
        return tx.one(query("read", project), EnvironmentRepository::report);
    }

    private Query query(String name, String project) {
        return Query.of(sql.get(name)).bind("project", project);
    }

    private static EnvironmentReport report(Row row) {
        return new EnvironmentReport(row.getString("here"), row.getString("project"), row.getBoolean("locked"), Rows.instant(row, "claimed_at"),
                row.getString("claimed_by"));
    }
}
