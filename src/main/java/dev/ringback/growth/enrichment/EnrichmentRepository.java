package dev.ringback.growth.enrichment;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Rows;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class EnrichmentRepository {

    private final Statements sql = Statements.of(EnrichmentRepository.class);

    Uni<Optional<UnsureLead>> findUnsure(Tx tx, UUID id) {
        return tx.first(Query.of(sql.get("find_unsure")).bind("id", id),
                row -> new UnsureLead(row.getUUID("id").toString(), row.getUUID("client_id").toString(), row.getString("message"),
                        row.getString("language"), Rows.instant(row, "last_submitted_at")));
    }

    Uni<Integer> record(Tx tx, UnsureLead lead, Map<String, Object> values, Instant now) {
        return tx.run(Query.of(sql.get("record"))
                .bind("id", UUID.fromString(lead.id()))
                .bind("submitted_at", lead.submittedAt())
                .bind("intent", values.get("intent"))
                .bind("tone", values.get("tone"))
                .bind("urgency", values.get("urgency"))
                .bind("now", now));
    }
}
