package dev.ringback.engine.mailhook;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.inbox.InboxItem;
import dev.ringback.engine.inbox.InboxReader;
import dev.ringback.engine.message.MessageStatus;
import dev.ringback.engine.progress.MessageEvents;
import dev.ringback.engine.progress.ProviderEvent;
import dev.ringback.engine.progress.Reported;
import dev.ringback.engine.provider.JsonTree;
import dev.ringback.engine.sql.Tx;

/// Resend reported: <https://resend.com/docs/webhooks/event-types>.
@ApplicationScoped
class ResendArrived implements InboxReader {

    private final MessageEvents events;
    private final FetchReceived fetchReceived;

    ResendArrived(MessageEvents events, FetchReceived fetchReceived) {
        this.events = events;
        this.fetchReceived = fetchReceived;
    }

    @Override
    public String provider() {
        return "resend";
    }

    @Override
    public Uni<String> read(Tx tx, InboxItem item) {
        var told = JsonTree.parse(item.body());
        var type = told.text("type").orElse("");
        if (type.equals("email.received")) {
            return fetchReceived.plan(tx, item, told.text("data.email_id")).replaceWith("to_be_fetched");
        }
        var machine = MachineHit.of(Optional.of(type), told.text("data.click.userAgent"), Optional.empty());
        return machine.isPresent() ? Uni.createFrom().item(machine.get()) : record(tx, item, told, type);
    }

    private Uni<String> record(Tx tx, InboxItem item, JsonTree told, String type) {
        return event(item, told, type).map(event -> events.record(tx, List.of(event)).replaceWith("event:" + event.event().word()))
                .orElseGet(() -> Uni.createFrom().item("ignored"));
    }

    private static Optional<ProviderEvent> event(InboxItem item, JsonTree told, String type) {
        var at = Reported.at(item, told.text("created_at"));
        return status(type).flatMap(status -> reported(told).event(item, status, at, detail(told, status)));
    }

    private static Optional<MessageStatus> status(String type) {
        return switch (type) {
            case "email.sent" -> Optional.of(MessageStatus.SENT);
            case "email.delivered" -> Optional.of(MessageStatus.DELIVERED);
            case "email.opened" -> Optional.of(MessageStatus.OPENED);
            case "email.clicked" -> Optional.of(MessageStatus.CLICKED);
            case "email.bounced" -> Optional.of(MessageStatus.BOUNCED);
            case "email.complained" -> Optional.of(MessageStatus.COMPLAINED);
            case "email.failed", "email.suppressed" -> Optional.of(MessageStatus.FAILED);
            default -> Optional.empty();
        };
    }

    // Tags come back as an object, in older accounts as a list of names and values.
    private static Reported reported(JsonTree told) {
        var listed = told.each("data.tags").stream().filter(tag -> tag.text("name").equals(Optional.of("message")))
                .flatMap(tag -> tag.text("value").stream()).findFirst();
        return new Reported(told.text("data.tags.message").or(() -> listed), told.text("data.email_id").orElse(null));
    }

    private static Map<String, Object> detail(JsonTree told, MessageStatus status) {
        return switch (status) {
            case BOUNCED -> Reported.failure("resend",
                    BounceCode.in(told.text("data.bounce.diagnosticCode.0").or(() -> told.text("data.bounce.message"))).orElse("bounced"),
                    told.text("data.bounce.type").filter("Permanent"::equals).isPresent());
            case FAILED -> Reported.failure("resend", told.text("data.failed.reason").orElse("failed"), false);
            default -> Map.of();
        };
    }
}
