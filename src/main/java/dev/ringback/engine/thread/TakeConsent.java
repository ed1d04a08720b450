package dev.ringback.engine.thread;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.channel.Incoming;
import dev.ringback.engine.channel.Senders;
import dev.ringback.engine.classify.Keyword;
import dev.ringback.engine.classify.Language;
import dev.ringback.engine.classify.OptOut;
import dev.ringback.engine.classify.OptOutRules;
import dev.ringback.engine.consent.Address;
import dev.ringback.engine.consent.Consent;
import dev.ringback.engine.consent.Origin;
import dev.ringback.engine.consent.Party;
import dev.ringback.engine.consent.Refusal;
import dev.ringback.engine.courtesy.AnswerKeyword;
import dev.ringback.engine.courtesy.Asked;
import dev.ringback.engine.courtesy.Courtesy;
import dev.ringback.engine.doubt.Doubts;
import dev.ringback.engine.message.Reply.Meaning;
import dev.ringback.engine.sql.Tx;

/// Hears a yes or a no in an answer. What could be a no is held until a human has read it.
@ApplicationScoped
class TakeConsent {

    private final Consent consent;
    private final Doubts doubts;
    private final AnswerKeyword answerKeyword;
    private final ThreadRepository threads;
    private final Senders senders;

    TakeConsent(Consent consent, Doubts doubts, AnswerKeyword answerKeyword, ThreadRepository threads, Senders senders) {
        this.consent = consent;
        this.doubts = doubts;
        this.answerKeyword = answerKeyword;
        this.threads = threads;
        this.senders = senders;
    }

    Uni<Taken> take(Tx tx, ReceivedReply reply) {
        return switch (Keyword.of(reply.incoming().text())) {
            case START -> with(tx, reply, Courtesy.START, () -> restart(tx, reply).replaceWith(Meaning.ANSWER));
            case HELP -> with(tx, reply, Courtesy.HELP, () -> Uni.createFrom().item(Meaning.ANSWER));
            case STOP, NONE -> read(tx, reply);
        };
    }

    /// A plain no of somebody whom nobody has written to yet: it holds for all who write from the address that it came to. Answers
    /// whether it was one.
    Uni<Boolean> takeFromStranger(Tx tx, Incoming incoming) {
        var read = OptOutRules.read(incoming.text(), Language.detect(incoming.text()));
        return read.answer() != OptOut.Answer.YES || incoming.from().isBlank()
                ? Uni.createFrom().item(false)
                : threads.findOwners(tx, incoming, shared(incoming)).chain(owners -> refuseAll(tx, incoming, owners, read)).replaceWith(true);
    }

    private List<Channel> shared(Incoming incoming) {
        return Arrays.stream(Channel.values()).filter(channel -> senders.shared(channel).flatMap(Address::parse).map(Address::value)
                .filter(incoming.to()::contains).isPresent()).toList();
    }

    private Uni<Void> refuseAll(Tx tx, Incoming incoming, List<Party> owners, OptOut read) {
        return Multi.createFrom().iterable(owners)
                .onItem().transformToUniAndConcatenate(owner -> consent
                        .refuse(tx, Refusal.optOut(owner, incoming.channel(), origin(incoming, read.rules()))).replaceWith(owner))
                .collect().asList().replaceWithVoid();
    }

    /// What is owed to it, once nothing of the answer can stop that any more.
    Uni<Void> thank(Tx tx, ReceivedReply reply, Taken taken) {
        return taken.courtesy().map(courtesy -> answerKeyword.give(tx, courtesy, asked(reply))).orElseGet(() -> Uni.createFrom().voidItem());
    }

    // Whether it is owed depends on what was before.
    private Uni<Taken> with(Tx tx, ReceivedReply reply, Courtesy courtesy, Supplier<Uni<Meaning>> take) {
        return answerKeyword.intend(tx, courtesy, asked(reply)).chain(due -> take.get().map(meaning -> new Taken(meaning, due)));
    }

    private Uni<Boolean> restart(Tx tx, ReceivedReply reply) {
        var incoming = reply.incoming();
        return consent.restart(tx, party(reply, incoming.from()), incoming.channel(), origin(reply.incoming(), List.of("optin.any.keyword")));
    }

    private Uni<Taken> read(Tx tx, ReceivedReply reply) {
        var incoming = reply.incoming();
        var read = OptOutRules.read(incoming.text(), Language.detect(incoming.text()));
        return switch (read.answer()) {
            case YES -> with(tx, reply, Courtesy.OPT_OUT, () -> each(tx, reply, read, this::refuse).replaceWith(Meaning.OPT_OUT));
            case UNSURE -> each(tx, reply, read, this::doubt).replaceWith(Taken.of(Meaning.UNCLEAR));
            case NO -> Uni.createFrom().item(Taken.of(Meaning.ANSWER));
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
        return consent.refuse(tx, Refusal.optOut(party, reply.incoming().channel(), origin(reply.incoming(), read.rules())));
    }

    private Uni<Void> doubt(Tx tx, ReceivedReply reply, Party party, OptOut read) {
        return doubts.raise(tx, party, reply.incoming().channel(), reply.incoming().id(), read.rules());
    }

    private static Asked asked(ReceivedReply reply) {
        var incoming = reply.incoming();
        return new Asked(incoming.id(), reply.conversation().answered(), reply.conversation().subject(), incoming.channel(), incoming.provider(),
                incoming.from(), incoming.at());
    }

    private static Party party(ReceivedReply reply, String address) {
        var subject = reply.conversation().subject();
        return new Party(subject.pack(), subject.tenant(), address);
    }

    private static Origin origin(Incoming incoming, List<String> rules) {
        return new Origin("reply:" + incoming.provider(), Map.of("message", incoming.id().toString(), "rules", rules), OptOutRules.VERSION);
    }
}
