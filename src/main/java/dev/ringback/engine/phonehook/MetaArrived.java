package dev.ringback.engine.phonehook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.batch.Batches;
import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.channel.Incoming;
import dev.ringback.engine.inbox.InboxItem;
import dev.ringback.engine.inbox.InboxReader;
import dev.ringback.engine.message.MessageStatus;
import dev.ringback.engine.progress.MessageEvents;
import dev.ringback.engine.progress.ProviderEvent;
import dev.ringback.engine.progress.Reported;
import dev.ringback.engine.provider.JsonTree;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.thread.TakeReply;

/// WhatsApp reported: <https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages>. A call
/// carries any number of statuses and messages of several numbers: each is read alone.
@ApplicationScoped
class MetaArrived implements InboxReader {

    private static final String PROVIDER = "meta";

    private final MessageEvents events;
    private final Batches batches;
    private final TakeReply takeReply;

    MetaArrived(MessageEvents events, Batches batches, TakeReply takeReply) {
        this.events = events;
        this.batches = batches;
        this.takeReply = takeReply;
    }

    @Override
    public String provider() {
        return "meta-whatsapp";
    }

    @Override
    public Uni<String> read(Tx tx, InboxItem item) {
        var told = JsonTree.parse(item.body());
        if (!told.each("entry").isEmpty()) {
            return batches.split(tx, item, told.each("entry").stream().flatMap(entry -> entry.each("changes").stream())
                    .map(change -> change.at("value")).flatMap(MetaArrived::parts).toList());
        }
        return told.members("message").isEmpty() ? record(tx, item, told)
                : WhatsAppMessage.says(told.at("message")) ? takeReply.take(tx, incoming(item, told)) : Uni.createFrom().item("ignored");
    }

    private static Stream<Batches.Part> parts(JsonTree value) {
        return Stream.concat(
                value.each("messages").stream().map(message -> part(value, "message", message, message.text("id"))),
                value.each("statuses").stream().map(status -> part(value, "status", status, status.text("id").map(id -> "%s:%s:%s".formatted(id,
                        status.text("status").orElse(""), status.text("timestamp").orElse(""))))));
    }

    private static Batches.Part part(JsonTree value, String kind, JsonTree event, Optional<String> id) {
        var members = new HashMap<String, Object>(Map.of("metadata", value.members("metadata"), kind, event.members("")));
        return Batches.Part.of(id.map(own -> kind + ":" + own), new JsonTree(members).encoded());
    }

    private Uni<String> record(Tx tx, InboxItem item, JsonTree told) {
        return event(item, told.at("status")).map(event -> events.record(tx, List.of(event)).replaceWith("event:" + event.event().word()))
                .orElseGet(() -> Uni.createFrom().item("ignored"));
    }

    private static Optional<ProviderEvent> event(InboxItem item, JsonTree told) {
        var status = switch (told.text("status").orElse("")) {
            case "sent" -> MessageStatus.SENT;
            case "delivered" -> MessageStatus.DELIVERED;
            case "read", "played" -> MessageStatus.READ;
            case "failed" -> MessageStatus.FAILED;
            default -> null;
        };
        var reported = new Reported(told.text("biz_opaque_callback_data"), told.text("id").orElse(null));
        return Optional.ofNullable(status)
                .flatMap(known -> reported.event(item, PROVIDER, known, Reported.at(item, told.text("timestamp")), detail(told, known)));
    }

    private static Map<String, Object> detail(JsonTree told, MessageStatus status) {
        return status == MessageStatus.FAILED ? Reported.failure(PROVIDER, told.text("errors.0.code").orElse(""), false) : Map.of();
    }

    private static Incoming incoming(InboxItem item, JsonTree told) {
        var message = told.at("message");
        var to = Stream.concat(Numbers.normal(told.text("metadata.display_phone_number")).stream(), told.text("metadata.phone_number_id").stream());
        return new Incoming(item.message(), Channel.WHATSAPP, PROVIDER, message.text("id").orElse(null), to.toList(),
                Numbers.normal(message.text("from")).orElse(""), null, WhatsAppMessage.text(message), WhatsAppMessage.media(message),
                Reported.at(item, message.text("timestamp")), message.text("context.id").stream().toList());
    }
}
