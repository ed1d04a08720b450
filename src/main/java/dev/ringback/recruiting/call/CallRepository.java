package dev.ringback.recruiting.call;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;

import dev.ringback.engine.channel.CallReport;
import dev.ringback.engine.message.OutboundMessage;
import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Rows;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;
import dev.ringback.recruiting.message.Contact;

@ApplicationScoped
class CallRepository {

    private final Statements sql = Statements.of(CallRepository.class);

    /// A call about which something became known.
    record Known(String callId, CallStatus status, String batch, boolean isSessionActive, PlanCalls.Call call) {}

    Uni<Void> queue(Tx tx, List<OutboundMessage> messages, String batch) {
        return tx.run(query("queue").bind("batch", batch)
                .bindAll("call_ids", messages.stream().map(message -> message.id().toString()).toList(), String[]::new)
                .bindAll("session_ids", messages.stream().map(message -> message.subject().id()).toList(), String[]::new)).replaceWithVoid();
    }

    Uni<Void> followMessages(Tx tx, List<UUID> ids) {
        return tx.run(query("follow_messages").bindAll("ids", ids, UUID[]::new)).replaceWithVoid();
    }

    Uni<Optional<Known>> find(Tx tx, UUID message) {
        return tx.first(query("find_call").bind("message", message), CallRepository::known);
    }

    /// @param status null where the report doesn't raise it
    Uni<Void> record(Tx tx, String callId, CallReport report, String status, String transcript, Map<String, Object> analysis) {
        return tx.run(query("record_report").bind("call_id", callId).bind("status", status).bind("at", report.at())
                .bind("seconds", report.duration() == null ? null : report.duration().toMillis() / 1000.0)
                .bind("transcript", transcript).bind("recording_url", report.recordingUrl())
                .bind("analysis", analysis)).replaceWithVoid();
    }

    Uni<List<PlanCalls.Call>> findContacts(Tx tx, List<String> sessionIds, String series) {
        return tx.list(query("find_contacts").bindAll("session_ids", sessionIds, String[]::new),
                row -> new PlanCalls.Call(contact(row),
                        new CallBrief(row.getString("first_message_call"), row.getString("prompt_call"), row.getString("job_info")), series, 1));
    }

    Uni<List<CallView>> list(Tx tx, String sessionId, int limit) {
        return tx.list(query("list").bind("session_id", sessionId).bind("limit", limit),
                row -> new CallView(row.getString("call_id"), row.getString("status"), Rows.instant(row, "called_at"), row.getDouble("seconds"),
                        row.getString("transcript"), row.getString("recording_url"), Rows.object(row, "analysis"), row.getString("session_id"),
                        row.getString("batch_call_id")));
    }

    private Query query(String name) {
        return Query.of(sql.get(name));
    }

    private static Contact contact(Row row) {
        return new Contact(row.getString("session_id"), row.getString("phone_number"), row.getString("campaign"), Rows.object(row, "variables"),
                Rows.instant(row, "end"));
    }

    private static Known known(Row row) {
        var brief = new CallBrief(row.getString("opening"), row.getString("prompt"), row.getString("job_info"));
        return new Known(row.getString("call_id"), CallStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getString("batch_call_id"), "active".equals(row.getString("session_status")),
                new PlanCalls.Call(contact(row), brief, row.getString("series"), row.getInteger("attempt")));
    }
}
