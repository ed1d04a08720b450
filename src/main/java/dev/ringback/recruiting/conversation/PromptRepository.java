package dev.ringback.recruiting.conversation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Rows;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class PromptRepository {

    private static final int MOST_SAID = 12;
    private static final int MOST_CHARS = 1_000;

    private final Statements sql = Statements.of(PromptRepository.class);

    Uni<Boolean> isWanted(Tx tx, String sessionId, int most) {
        return tx.one(query("find_wanted").bind("session_id", sessionId).bind("most", most), row -> row.getBoolean("is_wanted"));
    }

    Uni<Optional<PromptedTurn>> findTurn(Tx tx, UUID message) {
        return tx.first(query("find_turn").bind("message", message), PromptRepository::turn);
    }

    /// What was said last: `sender` and `text` of each, oldest first.
    Uni<List<Map<String, String>>> listSaid(Tx tx, String sessionId) {
        return tx.list(query("list_said").bind("session_id", sessionId).bind("most", MOST_SAID).bind("chars", MOST_CHARS),
                row -> Map.of("sender", row.getString("sender"), "text", row.getString("text")));
    }

    private Query query(String name) {
        return Query.of(sql.get(name));
    }

    private static PromptedTurn turn(Row row) {
        return new PromptedTurn(row.getUUID("id"), row.getString("session_id"), Rows.instant(row, "received_at"),
                Channel.of(row.getString("channel")), row.getString("prompt_chat"), row.getString("job_info"), row.getString("first_message_chat"),
                row.getBoolean("is_open"));
    }
}
