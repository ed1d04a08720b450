package dev.ringback.recruiting.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.channel.Incoming;
import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Rows;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;
import dev.ringback.recruiting.conversation.TurnPolicy.Asked;
import dev.ringback.recruiting.message.Contact;

@ApplicationScoped
class ConversationRepository {

    private final Statements sql = Statements.of(ConversationRepository.class);

    /// @param isOurs    whether the number that was written to is one of ours
    /// @param sessionId null where there is none
    /// @param ourNumber of that session, where it is known
    record Found(boolean isOurs, String sessionId, String ourNumber) {}

    /// @param tz null where only the number tells
    record Standing(String sessionId, String status, String houseZone, String tz) {}

    /// @param closing what is said at the end; null for nothing
    record Partner(Contact contact, String closing) {}

    Uni<Void> lockNumber(Tx tx, String number) {
        return tx.run(query("lock_number").bind("number", number)).replaceWithVoid();
    }

    Uni<Found> find(Tx tx, Incoming incoming) {
        return tx.one(query("find_session").bind("channel", incoming.channel()).bindAll("ours", incoming.to(), String[]::new)
                .bind("theirs", incoming.from()),
                row -> new Found(row.getBoolean("is_ours"), row.getString("session_id"), row.getString("our_number")));
    }

    Uni<Void> begin(Tx tx, Incoming incoming, Instant now) {
        return tx.run(query("begin").bind("session_id", incoming.id().toString()).bind("our_number", incoming.to().getFirst())
                .bind("theirs", incoming.from()).bind("now", now)).replaceWithVoid();
    }

    Uni<List<String>> findOthers(Tx tx, String sessionId) {
        return tx.list(query("find_others").bind("session_id", sessionId), row -> row.getString("session_id"));
    }

    Uni<Void> showReceived(Tx tx, String sessionId, Incoming incoming, String text) {
        return tx.run(query("show_received").bind("session_id", sessionId).bind("message_id", incoming.id()).bind("text", text)
                .bind("at", incoming.at())).replaceWithVoid();
    }

    Uni<Void> recordAnswer(Tx tx, String sessionId, List<String> others, Incoming incoming, boolean isOptOut) {
        return tx.run(query("record_answer").bind("session_id", sessionId).bindAll("others", others, String[]::new).bind("at", incoming.at())
                .bind("our_number", ourNumber(incoming))
                .bind("opted_out", isOptOut)).replaceWithVoid();
    }

    // Calls leave from a number of their own.
    private static String ourNumber(Incoming incoming) {
        return incoming.channel() == Channel.VOICE ? null
                : incoming.to().stream().filter(number -> number.matches("\\+[1-9]\\d{1,14}")).findFirst().orElse(null);
    }

    Uni<Void> endOptedOut(Tx tx, List<String> ids) {
        return ids.isEmpty() ? Uni.createFrom().voidItem()
                : tx.run(query("end_opted_out").bindAll("ids", ids, String[]::new)).replaceWithVoid();
    }

    Uni<Optional<Asked>> findAsked(Tx tx, String sessionId) {
        return tx.first(query("find_asked").bind("session_id", sessionId),
                row -> new Asked(row.getString("step"), Rows.instant(row, "sent_at"), row.getLong("times").intValue()));
    }

    Uni<Optional<Partner>> findPartner(Tx tx, String sessionId) {
        return tx.first(query("find_contact").bind("session_id", sessionId), row -> new Partner(contact(row), row.getString("closing_message_chat")));
    }

    Uni<List<Standing>> findStandings(Tx tx, List<String> ids) {
        return tx.list(query("find_standings").bindAll("ids", ids, String[]::new), row -> new Standing(row.getString("session_id"),
                row.getString("session_status"), row.getString("house_zone"), row.getString("tz")));
    }

    Uni<Void> showSent(Tx tx, List<UUID> ids) {
        return tx.run(query("show_sent").bindAll("ids", ids, UUID[]::new)).replaceWithVoid();
    }

    Uni<Void> followMessages(Tx tx, List<UUID> ids, List<Long> afterSeconds) {
        return tx.run(query("follow_messages").bindAll("ids", ids, UUID[]::new)
                .bindAll("after_seconds", afterSeconds.stream().map(Long::doubleValue).toList(), Double[]::new)).replaceWithVoid();
    }

    private Query query(String name) {
        return Query.of(sql.get(name));
    }

    private static Contact contact(Row row) {
        return new Contact(row.getString("session_id"), row.getString("phone_number"), row.getString("campaign"), Rows.object(row, "variables"),
                Rows.instant(row, "end"));
    }
}
