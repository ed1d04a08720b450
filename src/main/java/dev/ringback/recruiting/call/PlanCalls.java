package dev.ringback.recruiting.call;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.message.OutboundMessage;
import dev.ringback.engine.message.SendMessage;
import dev.ringback.engine.sql.Tx;
import dev.ringback.recruiting.message.Contact;
import dev.ringback.recruiting.message.SessionMessages;

/// Plans calls, each as a message and as the row that shows it.
@ApplicationScoped
public class PlanCalls {

    private final SendMessage sendMessage;
    private final CallRepository calls;

    PlanCalls(SendMessage sendMessage, CallRepository calls) {
        this.sendMessage = sendMessage;
        this.calls = calls;
    }

    /// @param series  what it was started by; its attempts are counted
    /// @param attempt from 1
    public record Call(Contact contact, CallBrief brief, String series, int attempt) {

        OutboundMessage message() {
            var brief = brief().variables();
            brief.put("series", series);
            brief.put("attempt", attempt);
            return SessionMessages.call(contact, "%s:%d".formatted(series, attempt), brief);
        }
    }

    /// @param batch shared by the calls that one request started; null for none
    public Uni<Void> plan(Tx tx, List<Call> all, String batch, Instant dueAt) {
        var messages = all.stream().map(Call::message).toList();
        return messages.isEmpty() ? Uni.createFrom().voidItem()
                : sendMessage.planAll(tx, messages, dueAt).chain(() -> calls.queue(tx, messages, batch));
    }
}
