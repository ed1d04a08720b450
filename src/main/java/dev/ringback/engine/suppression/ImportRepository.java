package dev.ringback.engine.suppression;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;

import dev.ringback.engine.consent.Origin;
import dev.ringback.engine.consent.Tenancy;
import dev.ringback.engine.message.MessageStatus;
import dev.ringback.engine.message.Move;
import dev.ringback.engine.message.Subject;
import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Rows;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class ImportRepository {

    private final Statements sql = Statements.of(ImportRepository.class);

    Uni<Integer> recordAll(Tx tx, Tenancy tenancy, List<ImportedNo> nos, Origin origin, Instant now) {
        return tx.run(rows("record_all", tenancy, nos).bind("source", origin.source()).bind("evidence", origin.evidence()).bind("now", now));
    }

    Uni<Integer> suppressAll(Tx tx, Tenancy tenancy, List<ImportedNo> nos, Origin origin) {
        return tx.run(rows("suppress_all", tenancy, nos).bind("source", origin.source())
                .bindAll("sinces", each(nos, ImportedNo::since), OffsetDateTime[]::new));
    }

    Uni<Integer> spreadAll(Tx tx, Tenancy tenancy, List<ImportedNo> nos) {
        return tx.run(hashes("spread_all", tenancy, nos));
    }

    /// Answers what it stopped.
    Uni<List<Move>> withholdAll(Tx tx, Tenancy tenancy, List<ImportedNo> nos, Instant now) {
        return tx.list(hashes("withhold_all", tenancy, nos).bind("now", now), ImportRepository::move);
    }

    private static Move move(Row row) {
        var subject = new Subject(row.getString("pack"), row.getString("tenant"), row.getString("subject_kind"), row.getString("subject_id"));
        return new Move(row.getUUID("id"), subject, row.getString("step"), MessageStatus.of(row.getString("status")), Rows.instant(row, "at"),
                row.getString("reason"));
    }

    private Query rows(String name, Tenancy tenancy, List<ImportedNo> nos) {
        return hashes(name, tenancy, nos)
                .bindAll("key_ids", each(nos, no -> no.hash().keyId()), String[]::new)
                .bindAll("families", each(nos, no -> no.family().word()), String[]::new)
                .bindAll("scopes", each(nos, no -> no.scope().word()), String[]::new)
                .bindAll("reasons", each(nos, no -> no.reason().word()), String[]::new);
    }

    private Query hashes(String name, Tenancy tenancy, List<ImportedNo> nos) {
        return Query.of(sql.get(name)).bind("pack", tenancy.pack()).bind("tenant", tenancy.tenant())
                .bindAll("hashes", each(nos, no -> no.hash().value()), Buffer[]::new);
    }

    private static <T> List<T> each(List<ImportedNo> nos, Function<ImportedNo, T> member) {
        return nos.stream().map(member).toList();
    }
}
