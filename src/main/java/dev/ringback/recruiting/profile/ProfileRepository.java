package dev.ringback.recruiting.profile;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;

import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Rows;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;
import dev.ringback.recruiting.call.CallView;
import dev.ringback.recruiting.chat.ChatMessage;

@ApplicationScoped
class ProfileRepository {

    private static final int MOST = 500;

    private final Statements sql = Statements.of(ProfileRepository.class);

    Uni<List<String>> listSessions(Tx tx, String phoneNumber) {
        return tx.list(Query.of(sql.get("list_sessions")).bind("phone_number", phoneNumber).bind("limit", MOST), row -> row.getString("session_id"));
    }

    Uni<Optional<SessionView>> find(Tx tx, String sessionId) {
        return tx.first(Query.of(sql.get("find_session")).bind("session_id", sessionId), ProfileRepository::session);
    }

    /// @param status null for all
    Uni<List<ListedSession>> list(Tx tx, String campaign, String status, SessionCursor before, int limit) {
        return tx.list(Query.of(sql.get("list_by_campaign")).bind("campaign", campaign).bind("status", status).bind("before_at", before.at())
                .bind("before_id", before.id()).bind("limit", limit), ProfileRepository::listed);
    }

    Uni<List<ChatMessage>> listMessages(Tx tx, String sessionId) {
        return tx.list(of("list_messages", sessionId), row -> new ChatMessage(row.getLong("id"), Rows.object(row, "message")));
    }

    Uni<List<CallView>> listCalls(Tx tx, String sessionId) {
        return tx.list(of("list_calls", sessionId), row -> new CallView(row.getString("call_id"), row.getString("status"),
                Rows.instant(row, "called_at"), row.getDouble("seconds"), row.getString("transcript"), row.getString("recording_url"),
                Rows.object(row, "analysis"), row.getString("session_id"), row.getString("batch_call_id")));
    }

    Uni<List<ObjectiveChange>> listChanges(Tx tx, String sessionId) {
        return tx.list(of("list_changes", sessionId), row -> new ObjectiveChange(Rows.instant(row, "occurred_at"), row.getString("objective"),
                plain(row.getValue("old_value")), plain(row.getValue("new_value")), row.getString("source")));
    }

    private Query of(String name, String sessionId) {
        return Query.of(sql.get(name)).bind("session_id", sessionId).bind("limit", MOST);
    }

    // JSON's null comes as an object of the driver's; values are flat.
    private static Object plain(Object json) {
        return switch (json) {
            case Boolean known -> known;
            case Number known -> known;
            case String known -> known;
            case null, default -> null;
        };
    }

    private static SessionView session(Row row) {
        return new SessionView(row.getString("session_id"), row.getString("phone_number"), row.getString("session_status"), row.getString("campaign"),
                row.getString("job_info"), Rows.object(row, "objectives"), Rows.object(row, "variables"), row.getString("tz"),
                row.getString("last_action"), row.getString("action_status"), Rows.instant(row, "last_user_msg_at"),
                Rows.instant(row, "last_agent_msg_at"), Rows.instant(row, "next_reminder_at"), row.getInteger("reminder_count"),
                Rows.instant(row, "created_at"), Rows.instant(row, "updated_at"));
    }

    private static ListedSession listed(Row row) {
        return new ListedSession(row.getString("session_id"), row.getString("phone_number"), row.getString("session_status"),
                Rows.object(row, "objectives"), Rows.object(row, "variables"), row.getString("last_action"), row.getString("action_status"),
                Rows.instant(row, "last_user_msg_at"), Rows.instant(row, "last_agent_msg_at"), Rows.instant(row, "next_reminder_at"),
                Rows.instant(row, "created_at"));
    }
}
