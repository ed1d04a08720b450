package dev.ringback.engine.mailhook;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.batch.Batches;
import dev.ringback.engine.inbox.InboxItem;
import dev.ringback.engine.inbox.InboxReader;
import dev.ringback.engine.mail.MailParser;
import dev.ringback.engine.mail.ParsedMail;
import dev.ringback.engine.message.MessageStatus;
import dev.ringback.engine.progress.MessageEvents;
import dev.ringback.engine.progress.ProviderEvent;
import dev.ringback.engine.progress.Reported;
import dev.ringback.engine.provider.JsonTree;
import dev.ringback.engine.signature.Form;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.thread.MailArrived;

import static java.nio.charset.StandardCharsets.UTF_8;

/// SendGrid reported: a batch of events (<https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event>), or a mail by
/// inbound parse.
@ApplicationScoped
class SendGridArrived implements InboxReader {

    private final MessageEvents events;
    private final Batches batches;
    private final MailArrived mailArrived;

    SendGridArrived(MessageEvents events, Batches batches, MailArrived mailArrived) {
        this.events = events;
        this.batches = batches;
        this.mailArrived = mailArrived;
    }

    @Override
    public String provider() {
        return "sendgrid";
    }

    @Override
    public Uni<String> read(Tx tx, InboxItem item) {
        if (item.contentType() != null && item.contentType().startsWith("multipart/form-data")) {
            return mailArrived.read(tx, item, mail(Form.of(item.contentType(), item.body())));
        }
        var told = JsonTree.parse(item.body());
        return told.isList() ? batches.split(tx, item, told.each("").stream().map(SendGridArrived::part).toList()) : record(tx, item, told);
    }

    private static Batches.Part part(JsonTree event) {
        return Batches.Part.of(event.text("sg_event_id"), event.encoded());
    }

    private Uni<String> record(Tx tx, InboxItem item, JsonTree told) {
        var machine = MachineHit.of(told.text("event"), told.text("useragent"), told.text("sg_machine_open").filter("true"::equals));
        return machine.isPresent() ? Uni.createFrom().item(machine.get()) : recordReal(tx, item, told);
    }

    private Uni<String> recordReal(Tx tx, InboxItem item, JsonTree told) {
        return event(item, told).map(event -> events.record(tx, List.of(event)).replaceWith("event:" + event.event().word()))
                .orElseGet(() -> Uni.createFrom().item("ignored"));
    }

    // `processed` is SendGrid's own taking, `sent` is what the adapter has seen already.
    private static Optional<ProviderEvent> event(InboxItem item, JsonTree told) {
        var status = switch (told.text("event").orElse("")) {
            case "processed" -> MessageStatus.SENT;
            case "delivered" -> MessageStatus.DELIVERED;
            case "open" -> MessageStatus.OPENED;
            case "click" -> MessageStatus.CLICKED;
            case "bounce" -> MessageStatus.BOUNCED;
            case "dropped" -> MessageStatus.FAILED;
            case "spamreport" -> MessageStatus.COMPLAINED;
            default -> null;
        };
        return Optional.ofNullable(status)
                .flatMap(known -> reported(told).event(item, known, Reported.at(item, told.text("timestamp")), detail(told, known)));
    }

    // Its id of a message is that which it gave, and what follows a dot.
    private static Reported reported(JsonTree told) {
        return new Reported(told.text("message").or(() -> Reported.inMessageId(told.text("smtp-id"))),
                told.text("sg_message_id").map(id -> id.replaceFirst("\\..*", "")).orElse(null));
    }

    private static Map<String, Object> detail(JsonTree told, MessageStatus status) {
        return switch (status) {
            case BOUNCED -> Reported.failure("sendgrid", told.text("status").or(() -> BounceCode.in(told.text("reason"))).orElse("bounced"),
                    told.text("type").filter("bounce"::equals).isPresent());
            case FAILED -> Reported.failure("sendgrid", told.text("reason").orElse("dropped"), false);
            default -> Map.of();
        };
    }

    private static ParsedMail mail(Form form) {
        return form.first("email").map(raw -> MailParser.parse(raw.getBytes(UTF_8)))
                .orElseGet(() -> ForwardedMail.of(RawHeaders.of(form.first("headers").orElse("")), form.first("text").orElse(null),
                        form.first("html").orElse(null)));
    }
}
