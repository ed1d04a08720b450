package dev.ringback.engine.thread;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;

import dev.ringback.engine.consent.AddressHash.Hashed;
import dev.ringback.engine.message.Subject;
import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class ThreadRepository {

    private final Statements sql = Statements.of(ThreadRepository.class);

    Uni<Optional<Conversation>> findByReference(Tx tx, List<String> references) {
        return tx.first(query("find_by_reference").bindAll("references", references, String[]::new), ThreadRepository::conversation);
    }

    Uni<Optional<Conversation>> findByAddresses(Tx tx, List<Hashed> theirs, List<String> ours) {
        return tx.first(
                query("find_by_addresses").bindAll("hashes", theirs.stream().map(Hashed::value).toList(), Buffer[]::new).bindAll("ours", ours,
                        String[]::new),
                ThreadRepository::conversation);
    }

    /// Answers false when it was received before.
    Uni<Boolean> recordReceived(Tx tx, ReceivedReply reply, Hashed hash, Instant now) {
        return tx.run(query("record_received")
                .bind("id", reply.id())
                .bind("answered", reply.conversation().answered())
                .bind("their_address", reply.from())
                .bind("hash", hash.value())
                .bind("key_id", hash.keyId())
                .bind("subject", reply.subject())
                .bind("text", reply.text())
                .bind("provider", reply.provider())
                .bind("provider_id", reply.providerId())
                .bind("now", now)).map(stored -> stored == 1);
    }

    private Query query(String name) {
        return Query.of(sql.get(name));
    }

    private static Conversation conversation(Row row) {
        var subject = new Subject(row.getString("pack"), row.getString("tenant"), row.getString("subject_kind"), row.getString("subject_id"));
        return new Conversation(row.getUUID("id"), subject, row.getString("their_address"));
    }
}
