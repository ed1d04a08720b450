package dev.ringback.growth.enrichment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.message.Subject;
import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Rows;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class EnrichmentRepository {

    private final Statements sql = Statements.of(EnrichmentRepository.class);

    Uni<Void> enqueue(Tx tx, List<Subject> unsure, String kind, Instant now) {
        return tx.run(Query.of(sql.get("enqueue"))
                .bind("kind", kind)
                .bindAll("tenants", unsure.stream().map(Subject::tenant).toList(), String[]::new)
                .bindAll("ids", unsure.stream().map(Subject::id).toList(), String[]::new)
                .bind("now", now)).replaceWithVoid();
    }

    Uni<Optional<UnsureLead>> findUnsure(Tx tx, UUID id) {
        return tx.first(Query.of(sql.get("find_unsure")).bind("id", id),
                row -> new UnsureLead(row.getUUID("id").toString(), row.getUUID("client_id").toString(), row.getString("message"),
                        row.getString("language"), Rows.instant(row, "last_submitted_at")));
    }

    Uni<Integer> record(Tx tx, UnsureLead lead, Map<String, Object> values, Instant now) {
        return tx.run(Query.of(sql.get("record"))
                .bind("id", UUID.fromString(lead.id()))
                .bind("intent", values.get("intent"))
                .bind("tone", values.get("tone"))
                .bind("urgency", values.get("urgency"))
                .bind("now", now));
    }
}
