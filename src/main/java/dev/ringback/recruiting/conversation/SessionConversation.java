package dev.ringback.recruiting.conversation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.CallReport;
import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.channel.Incoming;
import dev.ringback.engine.message.Move;
import dev.ringback.engine.message.PackConversation;
import dev.ringback.engine.message.Reply;
import dev.ringback.engine.message.Subject;
import dev.ringback.engine.message.Terms;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;
import dev.ringback.recruiting.call.CallReported;
import dev.ringback.recruiting.conversation.ConversationRepository.Found;
import dev.ringback.recruiting.conversation.ConversationRepository.Standing;
import dev.ringback.recruiting.message.Contact;

/// Sessions as the engine's partners in conversation.
@ApplicationScoped
class SessionConversation implements PackConversation {

    private final ConversationRepository conversations;
    private final MessagesFared messagesFared;
    private final CandidateAnswered candidateAnswered;
    private final CallReported callReported;
    private final ConversationConfig config;
    private final Clock clock;

    SessionConversation(ConversationRepository conversations, MessagesFared messagesFared, CandidateAnswered candidateAnswered,
            CallReported callReported, ConversationConfig config, Clock clock) {
        this.conversations = conversations;
        this.messagesFared = messagesFared;
        this.candidateAnswered = candidateAnswered;
        this.callReported = callReported;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String pack() {
        return Contact.PACK;
    }

    @Override
    public Uni<Map<Subject, String>> refusals(Tx tx, Collection<Subject> subjects) {
        return standings(tx, subjects).map(known -> subjects.stream().distinct()
                .flatMap(subject -> refusal(known.get(subject.id())).map(reason -> Map.entry(subject, reason)).stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static Optional<String> refusal(Standing standing) {
        return standing == null ? Optional.of("session_gone") : StandingPolicy.refusal(standing.status(), standing.houseZone());
    }

    @Override
    public Uni<Map<Subject, Terms>> terms(Tx tx, Collection<Subject> subjects) {
        return standings(tx, subjects).map(known -> subjects.stream().distinct().filter(subject -> known.containsKey(subject.id()))
                .collect(Collectors.toMap(Function.identity(), subject -> terms(known.get(subject.id())))));
    }

    private Terms terms(Standing standing) {
        return StandingPolicy.terms(standing.houseZone(), standing.tz(), config.opens(), config.closes());
    }

    private Uni<Map<String, Standing>> standings(Tx tx, Collection<Subject> subjects) {
        return conversations.findStandings(tx, subjects.stream().map(Subject::id).distinct().toList())
                .map(all -> all.stream().collect(Collectors.toMap(Standing::sessionId, Function.identity())));
    }

    @Override
    public Uni<Void> moved(Tx tx, List<Move> moves) {
        return messagesFared.fared(tx, moves);
    }

    @Override
    public Uni<Optional<Subject>> adopt(Tx tx, Incoming incoming) {
        var isText = incoming.channel() == Channel.WHATSAPP || incoming.channel() == Channel.SMS;
        return !isText || incoming.to().isEmpty() ? Uni.createFrom().item(Optional.empty())
                : conversations.lockNumber(tx, incoming.from())
                        .chain(() -> conversations.find(tx, incoming))
                        .chain(found -> subject(tx, incoming, found));
    }

    // A number that is not known as ours is one where a session runs on it.
    private Uni<Optional<Subject>> subject(Tx tx, Incoming incoming, Found found) {
        if (found.sessionId() != null && (found.isOurs() || found.ourNumber() != null)) {
            return Uni.createFrom().item(Optional.of(Contact.subject(found.sessionId())));
        }
        return found.isOurs()
                ? conversations.begin(tx, incoming, clock.instant()).replaceWith(Optional.of(Contact.subject(incoming.id().toString())))
                : Uni.createFrom().item(Optional.empty());
    }

    @Override
    public Uni<Void> replied(Tx tx, Subject subject, Reply reply) {
        return candidateAnswered.answered(tx, subject.id(), reply);
    }

    @Override
    public Uni<Void> called(Tx tx, Subject subject, CallReport report) {
        return callReported.reported(tx, subject.id(), report);
    }
}
