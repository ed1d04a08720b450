package dev.ringback.engine.mailhook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.inbox.InboxItem;
import dev.ringback.engine.inbox.InboxReader;
import dev.ringback.engine.mail.MailParser;
import dev.ringback.engine.mail.ParsedMail;
import dev.ringback.engine.message.MessageStatus;
import dev.ringback.engine.progress.MessageEvents;
import dev.ringback.engine.progress.ProviderEvent;
import dev.ringback.engine.progress.Reported;
import dev.ringback.engine.provider.JsonTree;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.thread.MailArrived;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Postmark reported: an event, or a mail that came in: <https://postmarkapp.com/developer/webhooks/webhooks-overview>. Mail leaves
/// through it by SMTP; our id comes back where it was given as metadata `message`.
@ApplicationScoped
class PostmarkArrived implements InboxReader {

    /// The address is not there, or wants nothing.
    private static final Set<String> PERMANENT = Set.of("HardBounce", "BadEmailAddress", "ManuallyDeactivated");

    private final MessageEvents events;
    private final MailArrived mailArrived;

    PostmarkArrived(MessageEvents events, MailArrived mailArrived) {
        this.events = events;
        this.mailArrived = mailArrived;
    }

    @Override
    public String provider() {
        return "postmark";
    }

    // Mails that came in have no record type.
    @Override
    public Uni<String> read(Tx tx, InboxItem item) {
        var told = JsonTree.parse(item.body());
        return told.text("RecordType").isEmpty() && !told.each("Headers").isEmpty() ? mailArrived.read(tx, item, mail(told))
                : record(tx, item, told);
    }

    private Uni<String> record(Tx tx, InboxItem item, JsonTree told) {
        var machine = MachineHit.of(told.text("RecordType"), told.text("UserAgent"), Optional.empty());
        return machine.isPresent() ? Uni.createFrom().item(machine.get())
                : event(item, told).map(event -> events.record(tx, List.of(event)).replaceWith("event:" + event.event().word()))
                        .orElseGet(() -> Uni.createFrom().item("ignored"));
    }

    private static Optional<ProviderEvent> event(InboxItem item, JsonTree told) {
        var reported = new Reported(told.text("Metadata.message"), null);
        return switch (told.text("RecordType").orElse("")) {
            case "Delivery" -> reported.event(item, "smtp", MessageStatus.DELIVERED, at(item, told, "DeliveredAt"), Map.of());
            case "Open" -> reported.event(item, "smtp", MessageStatus.OPENED, at(item, told, "ReceivedAt"), Map.of());
            case "Click" -> reported.event(item, "smtp", MessageStatus.CLICKED, at(item, told, "ReceivedAt"), Map.of());
            case "SpamComplaint" -> reported.event(item, "smtp", MessageStatus.COMPLAINED, at(item, told, "BouncedAt"), Map.of());
            case "Bounce" -> reported.event(item, "smtp", MessageStatus.BOUNCED, at(item, told, "BouncedAt"), bounce(told));
            default -> Optional.empty();
        };
    }

    private static Map<String, Object> bounce(JsonTree told) {
        var type = told.text("Type").orElse("Bounce");
        return Reported.failure("postmark", BounceCode.in(told.text("Details")).orElse(type), PERMANENT.contains(type));
    }

    private static Instant at(InboxItem item, JsonTree told, String member) {
        return Reported.at(item, told.text(member));
    }

    private static ParsedMail mail(JsonTree told) {
        return told.text("RawEmail").map(raw -> MailParser.parse(raw.getBytes(UTF_8)))
                .orElseGet(() -> ForwardedMail.of(headers(told), told.text("TextBody").orElse(null), told.text("HtmlBody").orElse(null)));
    }

    // From, To, Cc, Subject and Date have members of their own, the other headers stand in the list.
    private static List<Map.Entry<String, String>> headers(JsonTree told) {
        var headers = new ArrayList<Map.Entry<String, String>>();
        List.of("From", "To", "Cc", "Subject", "Date").forEach(name -> told.text(name).filter(value -> !value.isBlank())
                .ifPresent(value -> headers.add(Map.entry(name, value))));
        told.text("OriginalRecipient").ifPresent(recipient -> headers.add(Map.entry("Delivered-To", recipient)));
        told.each("Headers").forEach(header -> header.text("Name")
                .ifPresent(name -> headers.add(Map.entry(name, header.text("Value").orElse("")))));
        return headers;
    }
}
