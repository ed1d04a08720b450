package dev.ringback.recruiting.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.channel.Incoming;
import dev.ringback.engine.message.MessageStatus;
import dev.ringback.engine.progress.MessageEvents;
import dev.ringback.engine.progress.ProviderEvent;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.thread.TakeReply;
import dev.ringback.testing.Api;
import dev.ringback.testing.GivenRecruiting;
import dev.ringback.testing.RecruitingStage;

/// What arrives, as the hooks hand it on.
abstract class InboundStage extends RecruitingStage {

    @Inject
    Database transactions;
    @Inject
    TakeReply takeReply;
    @Inject
    MessageEvents events;

    String hears(Incoming incoming) {
        return taking(incoming).await().indefinitely();
    }

    Uni<String> taking(Incoming incoming) {
        return transactions.asService(tx -> takeReply.take(tx, incoming));
    }

    static Incoming from(String number, String text) {
        return with(number, text, List.of());
    }

    static Incoming with(String number, String text, List<Incoming.Medium> media) {
        return writtenAt(Api.now(), number, text, media);
    }

    static Incoming writtenAt(Instant at, String number, String text, List<Incoming.Medium> media) {
        return new Incoming(UUID.randomUUID(), Channel.WHATSAPP, "meta", "wamid." + UUID.randomUUID(), List.of(GivenRecruiting.OUR_NUMBER), number,
                null, text, media, at, List.of());
    }

    /// A report of the provider about the last message of a session.
    void reports(String session, MessageStatus status, String at) {
        var message =
                database.query("select id from engine.message where subject_id = $1 and direction = 'out' order by planned_at desc limit 1", session)
                        .getFirst().getUUID(0);
        transactions
                .asService(
                        tx -> events.record(tx, List.of(new ProviderEvent(message, "meta", null, status + at, status, Instant.parse(at), Map.of()))))
                .await().indefinitely();
    }
}
