package dev.ringback.engine.hotlead;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;

import dev.ringback.engine.alert.Alert;
import dev.ringback.engine.alert.HotLead;
import dev.ringback.engine.consent.Tenancy;
import dev.ringback.engine.http.Cursor;
import dev.ringback.engine.message.Subject;
import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Rows;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class HotLeadRepository {

    private final Statements sql = Statements.of(HotLeadRepository.class);

    /// Empty where it was raised before.
    Uni<Optional<UUID>> raise(Tx tx, HotLead lead, Instant now) {
        var subject = lead.subject();
        return tx.first(query("raise").bind("pack", subject.pack()).bind("tenant", subject.tenant()).bind("subject_kind", subject.kind())
                .bind("subject_id", subject.id()).bind("opportunity", lead.opportunity()).bind("score", Math.clamp(lead.score(), 0, 100))
                .bindAll("reasons", lead.reasons(), String[]::new).bind("now", now), row -> row.getUUID("id"));
    }

    /// @param before those that were raised by then wait too long
    /// @param after  those that were raised before are forgotten
    Uni<List<Alert>> escalate(Tx tx, Instant before, Instant after, int limit, Instant now) {
        return tx.list(query("claim_to_escalate").bind("before", before).bind("after", after).bind("limit", limit).bind("now", now),
                row -> new Alert(row.getUUID("id"), lead(row), now, true));
    }

    Uni<List<WaitingLead>> listOpen(Tx tx, Tenancy tenancy, Cursor before, int limit) {
        return tx.list(query("list_open").bind("pack", tenancy.pack()).bind("tenant", tenancy.tenant()).bind("before_at", before.at())
                .bind("before_id", before.id()).bind("limit", limit), row -> {
                    var lead = lead(row);
                    return new WaitingLead(row.getUUID("id"), lead.subject().kind(), lead.subject().id(), lead.opportunity(), lead.score(),
                            lead.reasons(), Rows.instant(row, "raised_at"), Rows.instant(row, "escalated_at"));
                });
    }

    /// Answers false where the tenant has no such one.
    Uni<Boolean> acknowledge(Tx tx, Tenancy tenancy, UUID id, String by, Instant now) {
        return tx.run(query("acknowledge").bind("pack", tenancy.pack()).bind("tenant", tenancy.tenant()).bind("id", id).bind("by", by)
                .bind("now", now)).map(changed -> changed == 1);
    }

    private Query query(String name) {
        return Query.of(sql.get(name));
    }

    private static HotLead lead(Row row) {
        var subject = new Subject(row.getString("pack"), row.getString("tenant"), row.getString("subject_kind"), row.getString("subject_id"));
        return new HotLead(subject, row.getString("opportunity"), row.getInteger("score"), List.of(row.getArrayOfStrings("reasons")));
    }
}
