package dev.ringback.engine.phonehook;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.channel.Incoming;
import dev.ringback.engine.channel.Incoming.Medium;
import dev.ringback.engine.inbox.InboxItem;
import dev.ringback.engine.inbox.InboxReader;
import dev.ringback.engine.message.MessageStatus;
import dev.ringback.engine.progress.MessageEvents;
import dev.ringback.engine.progress.ProviderEvent;
import dev.ringback.engine.progress.Reported;
import dev.ringback.engine.provider.JsonTree;
import dev.ringback.engine.signature.Form;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.thread.TakeReply;

/// Telnyx reported: of a text (<https://developers.telnyx.com/docs/messaging/messages/receiving-webhooks>), a text that came in, or of
/// a call ([CallEvents]).
@ApplicationScoped
class TelnyxArrived implements InboxReader {

    private static final String PROVIDER = "telnyx";

    private final MessageEvents events;
    private final TakeReply takeReply;
    private final CallEvents callEvents;

    TelnyxArrived(MessageEvents events, TakeReply takeReply, CallEvents callEvents) {
        this.events = events;
        this.takeReply = takeReply;
        this.callEvents = callEvents;
    }

    @Override
    public String provider() {
        return PROVIDER;
    }

    @Override
    public Uni<String> read(Tx tx, InboxItem item) {
        var told = JsonTree.parse(item.body()).at("data");
        var type = told.text("event_type").orElse("");
        if (type.startsWith("call.")) {
            return callEvents.take(tx, item, told);
        }
        return type.equals("message.received") ? takeReply.take(tx, incoming(item, told))
                : event(item, told, type).map(event -> events.record(tx, List.of(event)).replaceWith("event:" + event.event().word()))
                        .orElseGet(() -> Uni.createFrom().item("ignored"));
    }

    private static Optional<ProviderEvent> event(InboxItem item, JsonTree told, String type) {
        var status = switch (type) {
            case "message.sent" -> MessageStatus.SENT;
            case "message.finalized" -> end(told.text("payload.to.0.status").orElse(""));
            default -> null;
        };
        var reported = new Reported(Form.ofQuery(item.query()).first("message"), told.text("payload.id").orElse(null));
        return Optional.ofNullable(status)
                .flatMap(known -> reported.event(item, known, Reported.at(item, told.text("occurred_at")), detail(told, known)));
    }

    // Whether it arrived is not known of all networks: `delivery_unconfirmed` is no failure.
    private static MessageStatus end(String status) {
        return switch (status) {
            case "delivered" -> MessageStatus.DELIVERED;
            case "delivery_unconfirmed", "sent" -> MessageStatus.SENT;
            case "sending_failed", "delivery_failed", "failed" -> MessageStatus.FAILED;
            default -> null;
        };
    }

    private static Map<String, Object> detail(JsonTree told, MessageStatus status) {
        return status == MessageStatus.FAILED ? Reported.failure(PROVIDER, told.text("payload.errors.0.code").orElse(""), false) : Map.of();
    }

    private static Incoming incoming(InboxItem item, JsonTree told) {
        var to = told.each("payload.to").stream().flatMap(number -> Numbers.normal(number.text("phone_number")).stream()).toList();
        return new Incoming(item.message(), Channel.SMS, PROVIDER, told.text("payload.id").orElse(null), to,
                Numbers.normal(told.text("payload.from.phone_number")).orElse(""), null, told.text("payload.text").orElse(""), media(told),
                Reported.at(item, told.text("payload.received_at").or(() -> told.text("occurred_at"))), List.of());
    }

    private static List<Medium> media(JsonTree told) {
        return told.each("payload.media").stream().flatMap(medium -> medium.text("url").stream()
                .map(url -> new Medium(medium.text("content_type").orElse("file"), url))).toList();
    }
}
