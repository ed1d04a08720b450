package dev.ringback.engine.phonehook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
import dev.ringback.engine.signature.Form;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.thread.TakeReply;

/// Twilio reported: a status (<https://www.twilio.com/docs/messaging/guides/track-outbound-message-status>), or a text that came in
/// (<https://www.twilio.com/docs/messaging/guides/webhook-request>). It tells no times, so those of arrival count.
@ApplicationScoped
class TwilioArrived implements InboxReader {

    private static final String PROVIDER = "twilio";
    private static final int MOST_MEDIA = 10;

    private final MessageEvents events;
    private final TakeReply takeReply;

    TwilioArrived(MessageEvents events, TakeReply takeReply) {
        this.events = events;
        this.takeReply = takeReply;
    }

    @Override
    public String provider() {
        return PROVIDER;
    }

    @Override
    public Uni<String> read(Tx tx, InboxItem item) {
        var form = Form.of(Optional.ofNullable(item.contentType()).orElse(""), item.body());
        return state(form).equals("received") && form.first("From").isPresent()
                ? takeReply.take(tx, incoming(item, form))
                : event(item, form).map(event -> events.record(tx, List.of(event)).replaceWith("event:" + event.event().word()))
                        .orElseGet(() -> Uni.createFrom().item("ignored"));
    }

    private static String state(Form form) {
        return form.first("MessageStatus").or(() -> form.first("SmsStatus")).orElse("");
    }

    private static Optional<ProviderEvent> event(InboxItem item, Form form) {
        var status = switch (state(form)) {
            case "accepted", "scheduled", "queued", "sending" -> MessageStatus.ACCEPTED;
            case "sent" -> MessageStatus.SENT;
            case "delivered" -> MessageStatus.DELIVERED;
            case "read" -> MessageStatus.READ;
            case "undelivered", "failed" -> MessageStatus.FAILED;
            default -> null;
        };
        var reported = new Reported(Form.ofQuery(item.query()).first("message"), form.first("MessageSid").orElse(null));
        return Optional.ofNullable(status).flatMap(known -> reported.event(item, known, item.receivedAt(), detail(form, known)));
    }

    private static Map<String, Object> detail(Form form, MessageStatus status) {
        return status == MessageStatus.FAILED ? Reported.failure(PROVIDER, form.first("ErrorCode").orElse(""), false) : Map.of();
    }

    private static Incoming incoming(InboxItem item, Form form) {
        var from = form.first("From").orElse("");
        var to = Stream.of("To", "MessagingServiceSid").flatMap(name -> Numbers.normal(form.first(name)).stream()).toList();
        return new Incoming(item.message(), from.startsWith("whatsapp:") ? Channel.WHATSAPP : Channel.SMS, PROVIDER,
                form.first("MessageSid").orElse(null), to, Numbers.normal(from), null, form.first("Body").orElse(""), media(form), item.receivedAt(),
                form.all("OriginalRepliedMessageSid"));
    }

    private static List<Medium> media(Form form) {
        return IntStream.range(0, MOST_MEDIA).boxed().flatMap(nth -> form.first("MediaUrl" + nth).stream()
                .map(url -> new Medium(form.first("MediaContentType" + nth).orElse("file"), url))).toList();
    }
}
