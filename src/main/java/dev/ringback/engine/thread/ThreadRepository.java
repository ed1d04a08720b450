package dev.ringback.engine.thread;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.channel.Incoming;
import dev.ringback.engine.consent.AddressHash.Hashed;
import dev.ringback.engine.consent.Party;
import dev.ringback.engine.message.Subject;
import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class ThreadRepository {

    private final Statements sql = Statements.of(ThreadRepository.class);

    Uni<Optional<Conversation>> findById(Tx tx, UUID message) {
        return tx.first(query("find_by_id").bind("id", message), ThreadRepository::conversation);
    }

    Uni<Optional<Conversation>> findByReference(Tx tx, Incoming incoming) {
        return incoming.answers().isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : tx.first(query("find_by_reference").bindAll("references", incoming.answers(), String[]::new).bind("provider", incoming.provider()),
                        ThreadRepository::conversation);
    }

    Uni<Optional<Conversation>> findByAddresses(Tx tx, Incoming incoming, List<Hashed> theirs) {
        return tx.first(query("find_by_addresses")
                .bindAll("hashes", theirs.stream().map(Hashed::value).toList(), Buffer[]::new)
                .bindAll("ours", incoming.to(), String[]::new)
                .bind("channel", incoming.channel()), ThreadRepository::conversation);
    }

    /// Our last message to the subject at the address that the arrival comes from.
    Uni<Optional<UUID>> findLast(Tx tx, Incoming incoming, Subject subject, List<Hashed> theirs) {
        return tx.first(query("find_last")
                .bind("pack", subject.pack())
                .bind("subject_kind", subject.kind())
                .bind("subject_id", subject.id())
                .bindAll("hashes", theirs.stream().map(Hashed::value).toList(), Buffer[]::new)
                .bind("channel", incoming.channel()), row -> row.getUUID("id"));
    }

    /// Who writes from an address that the arrival came to, each with the sender's address as their party.
    ///
    /// @param shared on which that is the installation's own
    Uni<List<Party>> findOwners(Tx tx, Incoming incoming, List<Channel> shared) {
        return tx.list(query("find_owners").bindAll("ours", incoming.to(), String[]::new).bind("channel", incoming.channel())
                .bindAll("shared", shared.stream().map(Channel::word).toList(), String[]::new),
                row -> new Party(row.getString("pack"), row.getString("tenant"), incoming.from()));
    }

    /// Answers false when it was received before.
    Uni<Boolean> recordReceived(Tx tx, ReceivedReply reply, Hashed hash, Instant now) {
        var incoming = reply.incoming();
        var subject = reply.conversation().subject();
        return tx.run(query("record_received")
                .bind("id", incoming.id())
                .bind("pack", subject.pack())
                .bind("tenant", subject.tenant())
                .bind("subject_kind", subject.kind())
                .bind("subject_id", subject.id())
                .bind("channel", incoming.channel())
                .bind("answered", reply.conversation().answered())
                .bind("our_address", incoming.to().stream().findFirst().orElse(null))
                .bind("their_address", incoming.from())
                .bind("hash", hash.value())
                .bind("key_id", hash.keyId())
                .bind("subject", incoming.subject())
                .bind("text", incoming.text())
                .bind("media", media(incoming))
                .bind("provider", incoming.provider())
                .bind("provider_id", incoming.providerId())
                .bind("at", incoming.at())
                .bind("now", now)).map(stored -> stored == 1);
    }

    private static Map<String, Object> media(Incoming incoming) {
        var media = incoming.media().stream().map(medium -> Map.of("type", medium.type(), "reference", medium.reference())).toList();
        return media.isEmpty() ? Map.of() : Map.of("media", media);
    }

    private Query query(String name) {
        return Query.of(sql.get(name));
    }

    private static Conversation conversation(Row row) {
        var subject = new Subject(row.getString("pack"), row.getString("tenant"), row.getString("subject_kind"), row.getString("subject_id"));
        return new Conversation(row.getUUID("id"), subject, row.getString("their_address"));
    }
}
