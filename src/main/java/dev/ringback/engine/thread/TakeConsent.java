package dev.ringback.engine.thread;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.classify.Keyword;
import dev.ringback.engine.classify.Language;
import dev.ringback.engine.classify.OptOut;
import dev.ringback.engine.classify.OptOutRules;
import dev.ringback.engine.consent.Consent;
import dev.ringback.engine.consent.Origin;
import dev.ringback.engine.consent.Party;
import dev.ringback.engine.consent.Refusal;
import dev.ringback.engine.doubt.Doubts;
import dev.ringback.engine.message.Reply.Meaning;
import dev.ringback.engine.sql.Tx;

/// Hears a yes or a no in an answer. What could be a no is held until a human has read it.
@ApplicationScoped
class TakeConsent {

    private final Consent consent;
    private final Doubts doubts;

    TakeConsent(Consent consent, Doubts doubts) {
        this.consent = consent;
        this.doubts = doubts;
    }

    Uni<Meaning> take(Tx tx, ReceivedReply reply) {
        var incoming = reply.incoming();
        if (Keyword.of(incoming.text()) == Keyword.START) {
            return consent.restart(tx, party(reply, incoming.from()), incoming.channel(), origin(reply, List.of("optin.any.keyword")))
                    .replaceWith(Meaning.ANSWER);
        }
        var read = OptOutRules.read(incoming.text(), Language.detect(incoming.text()));
        return switch (read.answer()) {
            case YES -> each(tx, reply, read, this::refuse).replaceWith(Meaning.OPT_OUT);
            case UNSURE -> each(tx, reply, read, this::doubt).replaceWith(Meaning.UNCLEAR);
            case NO -> Uni.createFrom().item(Meaning.ANSWER);
        };
    }

    private interface Taking {

        Uni<Void> take(Tx tx, ReceivedReply reply, Party party, OptOut read);
    }

    // Who answers from another address of his, as forwarding makes him, means the one that we write to as well.
    private static Uni<Void> each(Tx tx, ReceivedReply reply, OptOut read, Taking taking) {
        return Multi.createFrom().items(reply.conversation().writtenTo(), reply.incoming().from()).select().distinct()
                .onItem().transformToUniAndConcatenate(address -> taking.take(tx, reply, party(reply, address), read).replaceWith(address))
                .collect().asList().replaceWithVoid();
    }

    private Uni<Void> refuse(Tx tx, ReceivedReply reply, Party party, OptOut read) {
        return consent.refuse(tx, Refusal.optOut(party, reply.incoming().channel(), origin(reply, read.rules())));
    }

    private Uni<Void> doubt(Tx tx, ReceivedReply reply, Party party, OptOut read) {
        return doubts.raise(tx, party, reply.incoming().channel(), reply.incoming().id(), read.rules());
    }

    private static Party party(ReceivedReply reply, String address) {
        var subject = reply.conversation().subject();
        return new Party(subject.pack(), subject.tenant(), address);
    }

    private static Origin origin(ReceivedReply reply, List<String> rules) {
        return new Origin("reply:" + reply.incoming().provider(), Map.of("message", reply.incoming().id().toString(), "rules", rules),
                OptOutRules.VERSION);
    }
}
