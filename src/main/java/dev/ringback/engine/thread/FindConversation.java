package dev.ringback.engine.thread;

import java.util.Optional;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.Incoming;
import dev.ringback.engine.consent.AddressHash;
import dev.ringback.engine.message.PackConversations;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;

/// Whose message an arrival is: by the address that it was sent to, else by what it says that it answers, else the pack's that owns
/// the number, else by the pair of addresses.
@ApplicationScoped
class FindConversation {

    private final ThreadRepository threads;
    private final PackConversations packs;
    private final AddressHash hash;
    private final Clock clock;
    private final ReplyAddresses replyAddresses;

    FindConversation(ThreadRepository threads, PackConversations packs, AddressHash hash, Clock clock, ReplyAddresses replyAddresses) {
        this.threads = threads;
        this.packs = packs;
        this.hash = hash;
        this.clock = clock;
        this.replyAddresses = replyAddresses;
    }

    /// For what a machine sent: it makes nobody's acquaintance.
    Uni<Optional<Conversation>> findKnown(Tx tx, Incoming incoming) {
        return named(tx, incoming)
                .chain(found -> or(found, () -> threads.findByReference(tx, incoming)))
                .chain(found -> or(found, () -> threads.findByAddresses(tx, incoming, hash.all(incoming.from()))));
    }

    Uni<Optional<Conversation>> find(Tx tx, Incoming incoming) {
        return named(tx, incoming)
                .chain(found -> or(found, () -> threads.findByReference(tx, incoming)))
                .chain(found -> or(found, () -> adopted(tx, incoming)))
                .chain(found -> or(found, () -> threads.findByAddresses(tx, incoming, hash.all(incoming.from()))));
    }

    /// Stores it there; answers false when it was received before.
    Uni<Boolean> record(Tx tx, ReceivedReply reply) {
        return threads.recordReceived(tx, reply, hash.of(reply.incoming().from()), clock.instant());
    }

    private Uni<Optional<Conversation>> named(Tx tx, Incoming incoming) {
        return replyAddresses.read(incoming.to()).map(message -> threads.findById(tx, message))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Optional<Conversation>> adopted(Tx tx, Incoming incoming) {
        return packs.adopt(tx, incoming).chain(subject -> subject.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : threads.findLast(tx, incoming, subject.get(), hash.all(incoming.from()))
                        .map(last -> Optional.of(new Conversation(last.orElse(null), subject.get(), incoming.from()))));
    }

    private static Uni<Optional<Conversation>> or(Optional<Conversation> found, Supplier<Uni<Optional<Conversation>>> otherwise) {
        return found.isPresent() ? Uni.createFrom().item(found) : otherwise.get();
    }
}
