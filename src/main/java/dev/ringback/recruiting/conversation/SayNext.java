package dev.ringback.recruiting.conversation;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.message.OutboundMessage;
import dev.ringback.engine.message.SendMessage;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;
import dev.ringback.recruiting.conversation.ConversationRepository.Partner;
import dev.ringback.recruiting.conversation.TurnPolicy.Decision;
import dev.ringback.recruiting.message.SessionMessages;
import dev.ringback.recruiting.message.SessionMessages.Turn;

/// Plans what is said next in a session: it leaves when policy lets it.
@ApplicationScoped
class SayNext {

    private final ConversationRepository conversations;
    private final SendMessage sendMessage;
    private final Clock clock;

    SayNext(ConversationRepository conversations, SendMessage sendMessage, Clock clock) {
        this.conversations = conversations;
        this.sendMessage = sendMessage;
        this.clock = clock;
    }

    /// The campaign's own words.
    Uni<Void> say(Tx tx, Decision decision, String sessionId, Turn turn) {
        return plan(tx, sessionId, to -> message(decision, to, turn));
    }

    /// Words of the moment.
    ///
    /// @param asked the objective that they ask for, if any
    Uni<Void> say(Tx tx, Optional<String> asked, String words, String sessionId, Turn turn) {
        return plan(tx, sessionId, to -> Optional.of(asked.map(objective -> SessionMessages.question(to.contact(), turn, objective, words))
                .orElseGet(() -> SessionMessages.remark(to.contact(), turn, words))));
    }

    private interface Wording {

        Optional<OutboundMessage> to(Partner partner);
    }

    private Uni<Void> plan(Tx tx, String sessionId, Wording wording) {
        return conversations.findPartner(tx, sessionId)
                .chain(partner -> partner.flatMap(wording::to).map(message -> sendMessage.plan(tx, message, clock.instant()))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private static Optional<OutboundMessage> message(Decision decision, Partner to, Turn turn) {
        return switch (decision) {
            case Decision.Ask(var objective) -> Optional.of(SessionMessages.question(to.contact(), turn, objective.name(), objective.question()));
            case Decision.Close() -> Optional.ofNullable(to.closing()).map(text -> SessionMessages.closing(to.contact(), turn, text));
            case Decision.Leave() -> Optional.empty();
        };
    }
}
