package dev.ringback.recruiting.conversation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.channel.Incoming;
import dev.ringback.engine.message.Reply;
import dev.ringback.engine.message.Reply.Meaning;
import dev.ringback.engine.progress.WithdrawMessages;
import dev.ringback.engine.sql.Tx;
import dev.ringback.recruiting.conversation.TurnPolicy.Asked;
import dev.ringback.recruiting.message.Contact;
import dev.ringback.recruiting.message.SessionMessages.Turn;
import dev.ringback.recruiting.objective.ResolveObjectives;
import dev.ringback.recruiting.objective.SessionObjectives;

/// A candidate wrote: shown, reminders reset, understood where a question was open, and answered: by a
/// model where the campaign has a prompt for one, else with its next question.
@ApplicationScoped
class CandidateAnswered {

    private final ConversationRepository conversations;
    private final ResolveObjectives resolveObjectives;
    private final WithdrawMessages withdrawMessages;
    private final AnswerByPrompt answerByPrompt;
    private final SayNext sayNext;

    CandidateAnswered(ConversationRepository conversations, ResolveObjectives resolveObjectives, WithdrawMessages withdrawMessages,
            AnswerByPrompt answerByPrompt, SayNext sayNext) {
        this.conversations = conversations;
        this.resolveObjectives = resolveObjectives;
        this.withdrawMessages = withdrawMessages;
        this.answerByPrompt = answerByPrompt;
        this.sayNext = sayNext;
    }

    Uni<Void> answered(Tx tx, String sessionId, Reply reply) {
        return stopOthers(tx, sessionId)
                .chain(others -> resolveObjectives.lock(tx, sessionId)
                        .call(() -> show(tx, sessionId, reply.incoming()))
                        .call(() -> conversations.recordAnswer(tx, sessionId, others, reply.incoming(), reply.meaning() == Meaning.OPT_OUT)))
                .chain(session -> session.isPresent() && session.get().isActive() && isToBeAnswered(reply)
                        ? goOn(tx, session.get(), reply.incoming())
                        : Uni.createFrom().voidItem());
    }

    // What was said in a call stands in its transcript, and the agent has answered it.
    private Uni<Void> show(Tx tx, String sessionId, Incoming incoming) {
        return incoming.channel() == Channel.VOICE ? Uni.createFrom().voidItem()
                : conversations.showReceived(tx, sessionId, incoming, shown(incoming));
    }

    private static boolean isToBeAnswered(Reply reply) {
        return reply.meaning() == Meaning.ANSWER && reply.incoming().channel() != Channel.VOICE;
    }

    private Uni<List<String>> stopOthers(Tx tx, String sessionId) {
        return conversations.findOthers(tx, sessionId)
                .call(others -> withdrawMessages.withdraw(tx, others.stream().map(Contact::subject).toList(), null, "answered"));
    }

    // The chat's rows have room for a text alone.
    private static String shown(Incoming incoming) {
        return Stream
                .concat(Stream.of(incoming.text()).filter(text -> !text.isBlank()),
                        incoming.media().stream().map(medium -> "[%s]".formatted(medium.type())))
                .collect(Collectors.joining("\n"));
    }

    private Uni<Void> goOn(Tx tx, SessionObjectives session, Incoming incoming) {
        return conversations.findAsked(tx, session.sessionId()).chain(asked -> goOn(tx, session, asked, incoming));
    }

    private Uni<Void> goOn(Tx tx, SessionObjectives session, Optional<Asked> asked, Incoming incoming) {
        var open = TurnPolicy.answered(session, asked);
        var value = open.flatMap(objective -> ResolveObjectives.read(session, objective, incoming.text(), incoming.at()));
        var stillOpen = open.filter(_ -> value.isEmpty());
        return resolveObjectives.learn(tx, session, open, value)
                .chain(after -> isPrompted(tx, after, asked, incoming).chain(prompted -> prompted
                        ? Uni.createFrom().voidItem()
                        : sayNext.say(tx, TurnPolicy.next(after, stillOpen, asked, incoming.at()), after.sessionId(), turn(incoming))));
    }

    // Whether a model is going to answer.
    private Uni<Boolean> isPrompted(Tx tx, SessionObjectives after, Optional<Asked> asked, Incoming incoming) {
        return after.isActive() && !TurnPolicy.isAPersons(asked)
                ? answerByPrompt.plan(tx, after.sessionId(), incoming)
                : Uni.createFrom().item(false);
    }

    private static Turn turn(Incoming incoming) {
        return new Turn(incoming.id().toString(), incoming.at(), incoming.channel() == Channel.SMS ? Channel.SMS : Channel.WHATSAPP);
    }
}
