package dev.ringback.engine.suppression;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;

import dev.ringback.engine.consent.Tenancy;
import dev.ringback.engine.http.Cursor;
import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Rows;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class SuppressionRepository {

    private final Statements sql = Statements.of(SuppressionRepository.class);

    record Kept(long id, SuppressionRow row) {}

    Uni<List<Kept>> list(Tx tx, Tenancy tenancy, Cursor before, int limit) {
        return tx.list(Query.of(sql.get("list"))
                .bind("pack", tenancy.pack())
                .bind("tenant", tenancy.tenant())
                .bind("before_at", before.at())
                .bind("before_id", before.equals(Cursor.START) ? Long.MAX_VALUE : before.id().getLeastSignificantBits())
                .bind("limit", limit), SuppressionRepository::kept);
    }

    private static Kept kept(Row row) {
        return new Kept(row.getLong("id"), new SuppressionRow(null, row.getString("hash"), row.getString("key_id"), row.getString("channel_family"),
                row.getString("scope"), row.getString("reason"), Rows.instant(row, "since"), Rows.instant(row, "until")));
    }
}
