package dev.ringback.engine.thread;

import java.util.Optional;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.Incoming;
import dev.ringback.engine.consent.AddressHash;
import dev.ringback.engine.message.PackConversations;
import dev.ringback.engine.sql.Tx;

/// Whose message an arrival is: by what it says that it answers, else the pack's that owns the number, else by the pair of
/// addresses.
@ApplicationScoped
class FindConversation {

    private final ThreadRepository threads;
    private final PackConversations packs;
    private final AddressHash hash;

    FindConversation(ThreadRepository threads, PackConversations packs, AddressHash hash) {
        this.threads = threads;
        this.packs = packs;
        this.hash = hash;
    }

    /// For what a machine sent: it makes nobody's acquaintance.
    Uni<Optional<Conversation>> findKnown(Tx tx, Incoming incoming) {
        return threads.findByReference(tx, incoming)
                .chain(found -> or(found, () -> threads.findByAddresses(tx, incoming, hash.all(incoming.from()))));
    }

    Uni<Optional<Conversation>> find(Tx tx, Incoming incoming) {
        return threads.findByReference(tx, incoming)
                .chain(found -> or(found, () -> adopted(tx, incoming)))
                .chain(found -> or(found, () -> threads.findByAddresses(tx, incoming, hash.all(incoming.from()))));
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
