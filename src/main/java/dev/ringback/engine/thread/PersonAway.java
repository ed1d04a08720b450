package dev.ringback.engine.thread;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.Incoming;
import dev.ringback.engine.message.PackConversations;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.work.WorkQueue;

/// A machine said that the person is away: what was to be sent waits until he is back. That is no answer, and stops nothing.
@ApplicationScoped
class PersonAway {

    // By then the day has begun for whoever is to be back on it, from Honolulu to Auckland.
    private static final LocalTime BEGUN_EVERYWHERE = LocalTime.NOON;

    private final FindConversation conversations;
    private final PackConversations packs;
    private final WorkQueue queue;

    PersonAway(FindConversation conversations, PackConversations packs, WorkQueue queue) {
        this.conversations = conversations;
        this.packs = packs;
        this.queue = queue;
    }

    /// Answers `automatic`, or `automatic:paused` when something waits now.
    ///
    /// @param returnsOn null where the mail does not say
    Uni<String> note(Tx tx, Incoming incoming, LocalDate returnsOn) {
        return conversations.findKnown(tx, incoming)
                .call(found -> found.isEmpty() ? Uni.createFrom().voidItem() : tell(tx, found.get(), incoming))
                .chain(found -> found.isEmpty() || returnsOn == null ? Uni.createFrom().item(0) : pause(tx, found.get(), returnsOn))
                .map(paused -> paused > 0 ? "automatic:paused" : "automatic");
    }

    private Uni<Void> tell(Tx tx, Conversation conversation, Incoming incoming) {
        return packs.of(conversation.subject()).answeredByMachine(tx, conversation.subject(), conversation.answered(), incoming);
    }

    private Uni<Integer> pause(Tx tx, Conversation conversation, LocalDate returnsOn) {
        var subject = conversation.subject();
        return queue.postponeOnReply(tx, subject.pack(), subject.kind(), subject.id(),
                returnsOn.atTime(BEGUN_EVERYWHERE).toInstant(ZoneOffset.UTC));
    }
}
