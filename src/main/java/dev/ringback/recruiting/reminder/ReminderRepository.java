package dev.ringback.recruiting.reminder;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;

import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Rows;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;
import dev.ringback.recruiting.message.Contact;

@ApplicationScoped
class ReminderRepository {

    private final Statements sql = Statements.of(ReminderRepository.class);

    /// @param next null for never
    record Planned(String sessionId, int nth, Instant next) {}

    Uni<List<Reminder>> findDue(Tx tx, List<String> ids) {
        return tx.list(query("find_due").bindAll("ids", ids, String[]::new), ReminderRepository::reminder);
    }

    Uni<Void> recordPlanned(Tx tx, List<Planned> planned) {
        return planned.isEmpty() ? Uni.createFrom().voidItem()
                : tx.run(query("record_planned")
                        .bindAll("ids", planned.stream().map(Planned::sessionId).toList(), String[]::new)
                        .bindAll("nths", planned.stream().map(Planned::nth).toList(), Integer[]::new)
                        .bindAll("nexts", planned.stream().map(Planned::next).toList(), OffsetDateTime[]::new)).replaceWithVoid();
    }

    Uni<Void> disarm(Tx tx, List<String> ids) {
        return ids.isEmpty() ? Uni.createFrom().voidItem() : tx.run(query("disarm").bindAll("ids", ids, String[]::new)).replaceWithVoid();
    }

    private Query query(String name) {
        return Query.of(sql.get(name));
    }

    private static Reminder reminder(Row row) {
        var contact = new Contact(row.getString("session_id"), row.getString("phone_number"), row.getString("campaign"),
                Rows.object(row, "variables"), Rows.instant(row, "end"));
        return new Reminder(contact, "active".equals(row.getString("session_status")), Rows.instant(row, "last_agent_msg_at"),
                Rows.instant(row, "last_user_msg_at"), Rows.instant(row, "next_reminder_at"),
                Objects.requireNonNullElse(row.getInteger("reminder_count"), 0));
    }
}
