package dev.ringback.recruiting.chat;

import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.http.Page;
import dev.ringback.engine.http.Problem;
import dev.ringback.engine.idempotency.RequestTime;
import dev.ringback.engine.message.SendMessage;
import dev.ringback.engine.progress.WithdrawMessages;
import dev.ringback.engine.security.Caller;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.wakeup.WakeUps;
import dev.ringback.recruiting.message.Contact;
import dev.ringback.recruiting.message.SessionMessages;
import dev.ringback.recruiting.staff.Staff;

/// A recruiter reads along and writes himself.
@ApplicationScoped
class Chat {

    private static final String FIRST_PAGE = "0";
    private static final String ID = "\\d{1,18}";

    private final Database database;
    private final ChatRepository chat;
    private final Staff staff;
    private final Writing writing;

    Chat(Database database, ChatRepository chat, Staff staff, Writing writing) {
        this.database = database;
        this.chat = chat;
        this.staff = staff;
        this.writing = writing;
    }

    /// @param after the last message of the page before; null for the first page
    Uni<Page<ChatMessage>> read(Caller caller, String sessionId, String after, int limit) {
        var from = Objects.requireNonNullElse(after, FIRST_PAGE);
        if (!from.matches(ID)) {
            throw Problem.invalid("cursor", "is not a cursor of this list");
        }
        return database.as(caller.runAs(), tx -> chat.list(tx, sessionId, Long.parseLong(from), limit + 1))
                .map(rows -> rows.size() > limit ? new Page<>(rows.subList(0, limit), Long.toString(rows.get(limit - 1).id()))
                        : new Page<>(rows, null));
    }

    Uni<PlannedMessage> write(Caller caller, AgentMessage message) {
        return staff.asService(caller, tx -> chat.findContact(tx, message.sessionId())
                .map(found -> found.orElseThrow(() -> Problem.notFound("session", message.sessionId())))
                .chain(contact -> writing.write(tx, caller, contact, message.text())))
                .invoke(writing::ring);
    }

    /// Plans what a recruiter says.
    @ApplicationScoped
    static class Writing {

        private final WithdrawMessages withdrawMessages;
        private final SendMessage sendMessage;
        private final ChatRepository chat;
        private final RequestTime time;
        private final WakeUps wakeUps;

        Writing(WithdrawMessages withdrawMessages, SendMessage sendMessage, ChatRepository chat, RequestTime time, WakeUps wakeUps) {
            this.withdrawMessages = withdrawMessages;
            this.sendMessage = sendMessage;
            this.chat = chat;
            this.time = time;
            this.wakeUps = wakeUps;
        }

        Uni<PlannedMessage> write(Tx tx, Caller caller, Contact contact, String text) {
            var planned = SessionMessages.agent(contact, "%s:%s:%s".formatted(caller.id(), time.instant(), text.hashCode()), text);
            return withdrawMessages.withdraw(tx, List.of(contact.subject()), SessionMessages.REMINDER, "agent_wrote")
                    .chain(() -> sendMessage.plan(tx, planned, time.instant()))
                    .chain(() -> chat.notePlanned(tx, contact.sessionId()))
                    .replaceWith(new PlannedMessage(planned.id(), contact.sessionId()));
        }

        void ring() {
            wakeUps.ring();
        }
    }
}
