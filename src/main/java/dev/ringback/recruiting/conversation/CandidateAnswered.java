package dev.ringback.recruiting.conversation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.channel.Incoming;
import dev.ringback.engine.message.OutboundMessage;
import dev.ringback.engine.message.Reply;
import dev.ringback.engine.message.Reply.Meaning;
import dev.ringback.engine.message.SendMessage;
import dev.ringback.engine.progress.WithdrawMessages;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;
import dev.ringback.recruiting.conversation.ConversationRepository.Partner;
import dev.ringback.recruiting.conversation.TurnPolicy.Decision;
import dev.ringback.recruiting.message.Contact;
import dev.ringback.recruiting.message.SessionMessages;
import dev.ringback.recruiting.message.SessionMessages.Turn;
import dev.ringback.recruiting.objective.Objective;
import dev.ringback.recruiting.objective.ResolveObjectives;
import dev.ringback.recruiting.objective.ResolveObjectives.Source;
import dev.ringback.recruiting.objective.SessionObjectives;

/// A candidate wrote: shown, reminders reset, understood where a question was open, and answered with the next one.
@ApplicationScoped
class CandidateAnswered {

    private final ConversationRepository conversations;
    private final ResolveObjectives resolveObjectives;
    private final WithdrawMessages withdrawMessages;
    private final SendMessage sendMessage;
    private final Clock clock;

    CandidateAnswered(ConversationRepository conversations, ResolveObjectives resolveObjectives, WithdrawMessages withdrawMessages,
            SendMessage sendMessage, Clock clock) {
        this.conversations = conversations;
        this.resolveObjectives = resolveObjectives;
        this.withdrawMessages = withdrawMessages;
        this.sendMessage = sendMessage;
        this.clock = clock;
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
        return conversations.findAsked(tx, session.sessionId()).chain(asked -> {
            var open = TurnPolicy.answered(session, asked);
            var value = open.flatMap(objective -> ResolveObjectives.read(session, objective, incoming.text(), incoming.at()));
            return resolve(tx, session, open, value)
                    .chain(after -> say(tx, TurnPolicy.next(after, value.isPresent() ? Optional.empty() : open, asked), session, incoming));
        });
    }

    private Uni<SessionObjectives> resolve(Tx tx, SessionObjectives session, Optional<Objective> open, Optional<Object> value) {
        return value.isEmpty() ? Uni.createFrom().item(session)
                : resolveObjectives.resolve(tx, session, Map.of(open.orElseThrow().name(), value.get()), Source.CHAT);
    }

    private Uni<Void> say(Tx tx, Decision decision, SessionObjectives session, Incoming incoming) {
        return conversations.findPartner(tx, session.sessionId())
                .chain(partner -> message(decision, partner, turn(incoming))
                        .map(message -> sendMessage.plan(tx, message, clock.instant())).orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private static Optional<OutboundMessage> message(Decision decision, Optional<Partner> partner, Turn turn) {
        return partner.flatMap(to -> switch (decision) {
            case Decision.Ask(var objective) -> Optional.of(SessionMessages.question(to.contact(), turn, objective.name(), objective.question()));
            case Decision.Close() -> Optional.ofNullable(to.closing()).map(text -> SessionMessages.closing(to.contact(), turn, text));
            case Decision.Leave() -> Optional.empty();
        });
    }

    private static Turn turn(Incoming incoming) {
        return new Turn(incoming.id().toString(), incoming.at(), incoming.channel() == Channel.SMS ? Channel.SMS : Channel.WHATSAPP);
    }
}
