package dev.ringback.recruiting.conversation;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.message.MessageStatus;
import dev.ringback.engine.message.Move;
import dev.ringback.engine.sql.Tx;
import dev.ringback.recruiting.call.CallReported;
import dev.ringback.recruiting.message.SessionMessages;
import dev.ringback.recruiting.reminder.Reminders;

/// Our messages fared so: the chat, the calls and the sessions show it. All of it is read from the messages themselves, so that order and
/// repetition don't matter.
@ApplicationScoped
class MessagesFared {

    private static final String OPTED_OUT = "opted_out";

    private final ConversationRepository conversations;
    private final CallReported calls;
    private final Reminders reminders;

    MessagesFared(ConversationRepository conversations, CallReported calls, Reminders reminders) {
        this.conversations = conversations;
        this.calls = calls;
        this.reminders = reminders;
    }

    Uni<Void> fared(Tx tx, List<Move> moves) {
        var ids = moves.stream().map(Move::message).distinct().toList();
        return conversations.showSent(tx, ids)
                .chain(() -> conversations.followMessages(tx, ids, reminders.times().seconds()))
                .chain(() -> calls.moved(tx, calls(moves)))
                .chain(() -> conversations.endOptedOut(tx, optedOut(moves)));
    }

    private static List<UUID> calls(List<Move> moves) {
        return moves.stream().filter(move -> move.step().equals(SessionMessages.CALL)).map(Move::message).distinct().toList();
    }

    private static List<String> optedOut(List<Move> moves) {
        return moves.stream().filter(move -> move.status() == MessageStatus.SUPPRESSED && OPTED_OUT.equals(move.reason()))
                .map(move -> move.subject().id()).distinct().toList();
    }
}
