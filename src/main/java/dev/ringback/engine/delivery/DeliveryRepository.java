package dev.ringback.engine.delivery;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;

import dev.ringback.engine.message.MessageStatus;
import dev.ringback.engine.message.Move;
import dev.ringback.engine.message.Subject;
import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Rows;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class DeliveryRepository {

    private final Statements sql = Statements.of(DeliveryRepository.class);

    /// Answers which of them moved to another status than planned.
    Uni<List<Move>> recordOutcomes(Tx tx, List<Ending> endings, Instant now) {
        return tx.list(query("record_outcomes", now)
                .bindAll("ids", all(endings, Ending::id), UUID[]::new)
                .bindAll("statuses", all(endings, ending -> ending.status().word()), String[]::new)
                .bindAll("rules", all(endings, Ending::rule), String[]::new)
                .bindAll("reasons", all(endings, Ending::reason), String[]::new)
                .bindAll("untils", all(endings, Ending::until), OffsetDateTime[]::new)
                .bindAll("settled", all(endings, Ending::settled), Boolean[]::new), DeliveryRepository::move);
    }

    /// Answers them as they ended.
    Uni<List<Move>> bury(Tx tx, List<UUID> ids, Instant now) {
        return tx.list(query("bury", now).bindAll("ids", ids, UUID[]::new), DeliveryRepository::move);
    }

    private Query query(String name, Instant now) {
        return Query.of(sql.get(name)).bind("now", now);
    }

    private static <T> List<T> all(List<Ending> endings, Function<Ending, T> member) {
        return endings.stream().map(member).toList();
    }

    private static Move move(Row row) {
        var subject = new Subject(row.getString("pack"), row.getString("tenant"), row.getString("subject_kind"), row.getString("subject_id"));
        return new Move(row.getUUID("id"), subject, row.getString("step"), MessageStatus.of(row.getString("status")), Rows.instant(row, "at"),
                row.getString("reason"));
    }
}
