package dev.ringback.recruiting.chat;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Rows;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;
import dev.ringback.recruiting.message.Contact;

@ApplicationScoped
class ChatRepository {

    private final Statements sql = Statements.of(ChatRepository.class);

    Uni<List<ChatMessage>> list(Tx tx, String sessionId, long after, int limit) {
        return tx.list(query("list").bind("session_id", sessionId).bind("after", after).bind("limit", limit),
                row -> new ChatMessage(row.getLong("id"), Rows.object(row, "message")));
    }

    Uni<Optional<Contact>> findContact(Tx tx, String sessionId) {
        return tx.first(query("find_contact").bind("session_id", sessionId), row -> new Contact(row.getString("session_id"),
                row.getString("phone_number"), row.getString("campaign"), Rows.object(row, "variables"), Rows.instant(row, "end")));
    }

    Uni<Void> notePlanned(Tx tx, String sessionId) {
        return tx.run(query("note_planned").bind("session_id", sessionId)).replaceWithVoid();
    }

    private Query query(String name) {
        return Query.of(sql.get(name));
    }
}
