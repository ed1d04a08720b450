package dev.ringback.recruiting.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.channel.Incoming;
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

    String hears(Incoming incoming) {
        return taking(incoming).await().indefinitely();
    }

    Uni<String> taking(Incoming incoming) {
        return transactions.asService(tx -> takeReply.take(tx, incoming));
    }

    static Incoming from(String number, String text) {
        return writtenAt(Api.now(), number, text);
    }

    static Incoming writtenAt(Instant at, String number, String text) {
        return new Incoming(UUID.randomUUID(), Channel.WHATSAPP, "meta", "wamid." + UUID.randomUUID(), List.of(GivenRecruiting.OUR_NUMBER), number,
                null, text, List.of(), at, List.of());
    }
}
