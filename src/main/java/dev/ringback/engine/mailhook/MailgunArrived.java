package dev.ringback.engine.mailhook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
import dev.ringback.engine.signature.Form;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.thread.MailArrived;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Mailgun reported: an event (<https://documentation.mailgun.com/docs/mailgun/user-manual/events/event-structure>), or a mail by a
/// route. Mail leaves through it by SMTP, so that our Message-ID comes back.
@ApplicationScoped
class MailgunArrived implements InboxReader {

    private static final String EVENT = "event-data";

    private final MessageEvents events;
    private final MailArrived mailArrived;

    MailgunArrived(MessageEvents events, MailArrived mailArrived) {
        this.events = events;
        this.mailArrived = mailArrived;
    }

    @Override
    public String provider() {
        return "mailgun";
    }

    @Override
    public Uni<String> read(Tx tx, InboxItem item) {
        var form = Form.of(Optional.ofNullable(item.contentType()).orElse(""), item.body());
        return form.fields().isEmpty() ? record(tx, item, JsonTree.parse(item.body()).at(EVENT)) : mailArrived.read(tx, item, mail(form));
    }

    private Uni<String> record(Tx tx, InboxItem item, JsonTree told) {
        var machine =
                MachineHit.of(told.text("event"), told.text("client-info.user-agent"), told.text("client-info.bot").filter(bot -> !bot.isBlank()));
        return machine.isPresent() ? Uni.createFrom().item(machine.get()) : recordReal(tx, item, told);
    }

    private Uni<String> recordReal(Tx tx, InboxItem item, JsonTree told) {
        return event(item, told).map(event -> events.record(tx, List.of(event)).replaceWith("event:" + event.event().word()))
                .orElseGet(() -> Uni.createFrom().item("ignored"));
    }

    // A failure that is not permanent is tried again by Mailgun itself.
    private static Optional<ProviderEvent> event(InboxItem item, JsonTree told) {
        var isPermanent = told.text("severity").filter("permanent"::equals).isPresent();
        var status = switch (told.text("event").orElse("")) {
            case "accepted" -> MessageStatus.SENT;
            case "delivered" -> MessageStatus.DELIVERED;
            case "opened" -> MessageStatus.OPENED;
            case "clicked" -> MessageStatus.CLICKED;
            case "complained" -> MessageStatus.COMPLAINED;
            case "rejected" -> MessageStatus.FAILED;
            case "failed" -> isPermanent ? MessageStatus.BOUNCED : null;
            default -> null;
        };
        return Optional.ofNullable(status)
                .flatMap(known -> reported(told).event(item, "smtp", known, Reported.at(item, told.text("timestamp")), detail(told, known)));
    }

    private static Reported reported(JsonTree told) {
        return new Reported(told.text("user-variables.message").or(() -> Reported.inMessageId(told.text("message.headers.message-id"))), null);
    }

    private static Map<String, Object> detail(JsonTree told, MessageStatus status) {
        return switch (status) {
            case BOUNCED -> Reported.failure("mailgun", told.text("delivery-status.enhanced-code")
                    .or(() -> BounceCode.in(told.text("delivery-status.message"))).or(() -> told.text("delivery-status.code")).orElse("bounced"),
                    true);
            case FAILED -> Reported.failure("mailgun", told.text("reject.reason").orElse("rejected"), false);
            default -> Map.of();
        };
    }

    private static ParsedMail mail(Form form) {
        return form.first("body-mime").map(raw -> MailParser.parse(raw.getBytes(UTF_8)))
                .orElseGet(() -> ForwardedMail.of(headers(form), form.first("body-plain").orElse(null), form.first("body-html").orElse(null)));
    }

    // To whom it was sent may stand in no header, but where it was delivered to is told.
    private static List<Map.Entry<String, String>> headers(Form form) {
        var headers = new ArrayList<Map.Entry<String, String>>();
        form.first("recipient").ifPresent(recipient -> headers.add(Map.entry("Delivered-To", recipient)));
        form.first("message-headers").map(list -> JsonTree.parse(list.getBytes(UTF_8)).each("")).orElse(List.of())
                .forEach(pair -> pair.text("0").ifPresent(name -> headers.add(Map.entry(name, pair.text("1").orElse("")))));
        return headers;
    }
}
