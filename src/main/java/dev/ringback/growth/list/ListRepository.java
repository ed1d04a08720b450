package dev.ringback.growth.list;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;

import dev.ringback.engine.http.Cursor;
import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Rows;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class ListRepository {

    private static final int MOST_ENTRIES = 1_000;

    private final Statements sql = Statements.of(ListRepository.class);

    Uni<Optional<Lead>> find(Tx tx, UUID id) {
        return tx.first(query("find").bind("id", id), ListRepository::lead);
    }

    Uni<List<Lead>> list(Tx tx, LeadFilter filter, Cursor before, int limit) {
        return tx.list(query("list")
                .bind("tag", filter.tag())
                .bind("urgency", filter.urgency())
                .bind("intent", filter.intent())
                .bind("source", filter.source())
                .bind("email", filter.email())
                .bind("is_test", filter.isTest())
                .bind("before_at", before.at())
                .bind("before_id", before.id())
                .bind("limit", limit), ListRepository::lead);
    }

    Uni<List<Timeline.Entry>> timeline(Tx tx, UUID id) {
        return tx.list(query("timeline").bind("id", id).bind("limit", MOST_ENTRIES), row -> new Timeline.Entry(Rows.instant(row, "at"),
                row.getString("kind"), row.getString("what"), row.getString("detail"), row.getString("subject"), row.getString("text")));
    }

    private Query query(String name) {
        return Query.of(sql.get(name));
    }

    private static Lead lead(Row row) {
        return new Lead(row.getUUID("id"), row.getString("email"), row.getString("name"), row.getString("message"), row.getString("language"),
                row.getString("intent"), row.getString("tone"), row.getString("urgency"), row.getBigDecimal("confidence_score"),
                row.getString("relationship_insight"), row.getString("current_tag"), row.getBoolean("is_test"), row.getString("source"),
                row.getString("industry"), row.getBigDecimal("estimated_value"), Rows.instant(row, "timestamp"),
                Rows.instant(row, "last_submitted_at"));
    }
}
