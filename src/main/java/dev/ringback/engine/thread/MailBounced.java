package dev.ringback.engine.thread;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.Incoming;
import dev.ringback.engine.inbox.InboxItem;
import dev.ringback.engine.mail.BounceReport;
import dev.ringback.engine.message.MessageStatus;
import dev.ringback.engine.progress.MessageEvents;
import dev.ringback.engine.progress.ProviderEvent;
import dev.ringback.engine.sql.Tx;

/// A mail server reports by mail what became of a mail of ours (RFC 3464). Only what it names is believed to be ours.
@ApplicationScoped
class MailBounced {

    private final ThreadRepository threads;
    private final MessageEvents events;

    MailBounced(ThreadRepository threads, MessageEvents events) {
        this.threads = threads;
        this.events = events;
    }

    /// Answers `bounce:recorded`, `bounce:unknown` when no message of ours is named, or `report:` and the action when nothing failed.
    ///
    /// @param item     under whose id the report is known: so an erasure finds what it says
    /// @param incoming the report, answering the message that it names
    Uni<String> note(Tx tx, InboxItem item, Incoming incoming, BounceReport report) {
        if (!report.action().equals("failed")) {
            return Uni.createFrom().item("report:" + (report.action().matches("[a-z]{1,20}") ? report.action() : "other"));
        }
        return threads.findByReference(tx, incoming).chain(found -> found.isEmpty()
                ? Uni.createFrom().item("bounce:unknown")
                : events.fold(tx, List.of(event(item, incoming, found.get(), report))).replaceWith("bounce:recorded"));
    }

    private static ProviderEvent event(InboxItem item, Incoming incoming, Conversation conversation, BounceReport report) {
        return new ProviderEvent(conversation.answered(), incoming.provider(), null, item.eventId(), MessageStatus.BOUNCED, incoming.at(),
                Map.of("code", report.status(), "reason", "smtp_" + report.status(), "permanent", report.permanent()));
    }
}
