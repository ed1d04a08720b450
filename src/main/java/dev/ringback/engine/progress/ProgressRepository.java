package dev.ringback.engine.progress;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;

import dev.ringback.engine.message.MessageStatus;
import dev.ringback.engine.message.Move;
import dev.ringback.engine.message.SendMessage;
import dev.ringback.engine.message.Subject;
import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Rows;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class ProgressRepository {

    private final Statements sql = Statements.of(ProgressRepository.class);

    /// The same events in the same order, each with our id of its message, or null where we don't know that.
    Uni<List<ProviderEvent>> resolve(Tx tx, List<ProviderEvent> events) {
        return tx.list(query("resolve")
                .bindAll("messages", all(events, ProviderEvent::message), UUID[]::new)
                .bindAll("providers", all(events, ProviderEvent::provider), String[]::new)
                .bindAll("provider_messages", all(events, ProviderEvent::providerMessage), String[]::new),
                row -> events.get(row.getInteger("ord") - 1).of(row.getUUID("id")));
    }

    /// Locks what is to be folded, in a statement of its own: who locks and updates in one, while others change the row and wait for
    /// it, still has the row's old version to pass, and they stand before it.
    Uni<Void> lock(Tx tx, List<ProviderEvent> events) {
        return tx.run(query("lock").bindAll("messages", all(events, ProviderEvent::message), UUID[]::new)).replaceWithVoid();
    }

    /// The same for what is to be cancelled.
    Uni<Void> lock(Tx tx, Subject subject) {
        return tx.run(query("lock_live").bind("pack", subject.pack()).bind("subject_kind", subject.kind()).bind("subject_id", subject.id()))
                .replaceWithVoid();
    }

    /// Answers which statuses the messages, which are locked, reached for the first time.
    Uni<List<Move>> fold(Tx tx, List<ProviderEvent> events, Instant now) {
        return tx.list(query("fold")
                .bindAll("messages", all(events, ProviderEvent::message), UUID[]::new)
                .bindAll("events", all(events, event -> event.event().word()), String[]::new)
                .bindAll("ats", all(events, ProviderEvent::at), OffsetDateTime[]::new)
                .bindAll("providers", all(events, ProviderEvent::provider), String[]::new)
                .bindAll("event_ids", all(events, ProviderEvent::eventId), String[]::new)
                .bindAll("provider_messages", all(events, ProviderEvent::providerMessage), String[]::new)
                .bindAll("details", all(events, event -> new JsonObject(event.detail()).encode()), String[]::new)
                .bind("now", now), ProgressRepository::move);
    }

    Uni<List<Move>> cancel(Tx tx, Subject subject, String reason, Instant now) {
        return tx.list(query("cancel").bind("pack", subject.pack()).bind("subject_kind", subject.kind()).bind("subject_id", subject.id())
                .bind("reason", reason).bind("now", now), ProgressRepository::move);
    }

    /// @param subjects of one pack and kind
    /// @param step     null for every step
    Uni<List<Move>> withdraw(Tx tx, List<Subject> subjects, String step, String reason, Instant now) {
        return tx.list(query("withdraw").bind("pack", subjects.getFirst().pack()).bind("subject_kind", subjects.getFirst().kind())
                .bindAll("subject_ids", subjects.stream().map(Subject::id).toList(), String[]::new)
                .bind("step", step).bind("kind", SendMessage.KIND).bind("reason", reason).bind("now", now), ProgressRepository::move);
    }

    private Query query(String name) {
        return Query.of(sql.get(name));
    }

    private static <T> List<T> all(List<ProviderEvent> events, Function<ProviderEvent, T> member) {
        return events.stream().map(member).toList();
    }

    private static Move move(Row row) {
        var subject = new Subject(row.getString("pack"), row.getString("tenant"), row.getString("subject_kind"), row.getString("subject_id"));
        return new Move(row.getUUID("id"), subject, row.getString("step"), MessageStatus.of(row.getString("status")), Rows.instant(row, "at"),
                row.getString("reason"));
    }
}
