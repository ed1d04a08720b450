package dev.ringback.engine.explain;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;

import dev.ringback.engine.explain.Explanation.Event;
import dev.ringback.engine.explain.Explanation.Judgement;
import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Rows;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class ExplainRepository {

    private static final int MOST_MESSAGES = 100;
    private static final int MOST_LINES = 10_000;

    private final Statements sql = Statements.of(ExplainRepository.class);

    Uni<List<Explanation>> find(Tx tx, UUID id) {
        return tx.list(query("find_message").bind("id", id), ExplainRepository::message).chain(messages -> explain(tx, messages));
    }

    Uni<List<Explanation>> list(Tx tx, String pack, String subjectKind, String subjectId) {
        return tx.list(query("list_messages").bind("pack", pack).bind("subject_kind", subjectKind).bind("subject_id", subjectId)
                .bind("limit", MOST_MESSAGES), ExplainRepository::message).chain(messages -> explain(tx, messages));
    }

    private Uni<List<Explanation>> explain(Tx tx, List<Explanation> messages) {
        var ids = messages.stream().map(Explanation::id).toList();
        return tx.list(lines("list_verdicts", ids), row -> Map.entry(row.getUUID("message"), judgement(row)))
                .chain(verdicts -> tx.list(lines("list_events", ids), row -> Map.entry(row.getUUID("message"), event(row)))
                        .map(events -> messages.stream().map(message -> message.with(of(message, verdicts), of(message, events))).toList()));
    }

    private Query lines(String name, List<UUID> ids) {
        return query(name).bindAll("ids", ids, UUID[]::new).bind("limit", MOST_LINES);
    }

    private Query query(String name) {
        return Query.of(sql.get(name));
    }

    private static <T> List<T> of(Explanation message, List<Map.Entry<UUID, T>> lines) {
        return lines.stream().filter(line -> line.getKey().equals(message.id())).map(Map.Entry::getValue).collect(Collectors.toList());
    }

    private static Explanation message(Row row) {
        return new Explanation(row.getUUID("id"), row.getString("pack"), row.getString("tenant"), row.getString("subject_kind"),
                row.getString("subject_id"), row.getString("step"), row.getString("channel"), row.getString("status"), row.getString("rule"),
                row.getString("reason"), Rows.instant(row, "held_until"), Rows.instant(row, "planned_at"), List.of(), List.of());
    }

    private static Judgement judgement(Row row) {
        return new Judgement(Rows.instant(row, "at"), row.getString("verdict"), row.getString("rule"), row.getString("reason"),
                Rows.instant(row, "until"));
    }

    private static Event event(Row row) {
        return new Event(Rows.instant(row, "at"), row.getString("event"), row.getString("provider"), Rows.object(row, "detail"));
    }
}
