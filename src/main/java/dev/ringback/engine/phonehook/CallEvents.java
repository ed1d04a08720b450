package dev.ringback.engine.phonehook;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.CallReport;
import dev.ringback.engine.inbox.InboxItem;
import dev.ringback.engine.message.MessageStatus;
import dev.ringback.engine.message.PackConversations;
import dev.ringback.engine.progress.MessageEvents;
import dev.ringback.engine.progress.Reported;
import dev.ringback.engine.provider.JsonTree;
import dev.ringback.engine.signature.Form;
import dev.ringback.engine.sql.Tx;

/// What Telnyx tells of a call: <https://developers.telnyx.com/docs/voice/programmable-voice/receiving-webhooks>. Our id comes back in
/// the client state.
@ApplicationScoped
class CallEvents {

    private static final String PROVIDER = "telnyx";
    /// Told of a call that nobody took. What ends a call that was answered is no failure of it.
    private static final Set<String> UNANSWERED = Set.of("timeout", "user_busy", "busy", "no_answer", "call_rejected", "unallocated_number",
            "not_found", "originator_cancel", "unspecified", "destination_out_of_order", "invalid_number_format", "service_unavailable");

    private final FindCall findCall;
    private final MessageEvents events;
    private final StartAgent startAgent;
    private final PackConversations packs;

    CallEvents(FindCall findCall, MessageEvents events, StartAgent startAgent, PackConversations packs) {
        this.findCall = findCall;
        this.events = events;
        this.startAgent = startAgent;
        this.packs = packs;
    }

    /// @param told the event's `data`
    Uni<String> take(Tx tx, InboxItem item, JsonTree told) {
        if (told.text("payload.direction").filter("incoming"::equals).isPresent()) {
            return Uni.createFrom().item("ignored");
        }
        var reported = reported(item, told);
        return findCall.find(tx, item, reported.message(), reported.theirs()).chain(found -> found.isEmpty()
                ? Uni.createFrom().item("unknown_call")
                : take(tx, item, told, found.get()));
    }

    private Uni<String> take(Tx tx, InboxItem item, JsonTree told, Call call) {
        var type = told.text("event_type").orElse("");
        var at = Reported.at(item, told.text("occurred_at"));
        return record(tx, item, told, call)
                .chain(() -> type.equals("call.answered") && callId(told) != null ? startAgent.plan(tx, item, call, callId(told))
                        : Uni.createFrom().voidItem())
                .chain(() -> packs.of(call.subject()).called(tx, call.subject(), report(item, told, call, at)))
                .replaceWith("call:" + type.replaceFirst("^call\\.", ""));
    }

    private Uni<Void> record(Tx tx, InboxItem item, JsonTree told, Call call) {
        var reported = new Reported(Optional.of(call.message().toString()), callId(told));
        return status(told).flatMap(status -> reported.event(item, status, Reported.at(item, told.text("occurred_at")), detail(told, status)))
                .map(event -> events.record(tx, List.of(event))).orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static Optional<MessageStatus> status(JsonTree told) {
        return switch (told.text("event_type").orElse("")) {
            case "call.initiated" -> Optional.of(MessageStatus.SENT);
            case "call.answered" -> Optional.of(MessageStatus.DELIVERED);
            case "call.hangup" -> told.text("payload.hangup_cause").filter(UNANSWERED::contains).map(_ -> MessageStatus.FAILED);
            default -> Optional.empty();
        };
    }

    private static Map<String, Object> detail(JsonTree told, MessageStatus status) {
        return status == MessageStatus.FAILED ? Reported.failure(PROVIDER, told.text("payload.hangup_cause").orElse(""), false) : Map.of();
    }

    private static CallReport report(InboxItem item, JsonTree told, Call call, Instant at) {
        var outcome = told.text("payload.hangup_cause").or(() -> told.text("payload.result"))
                .orElseGet(() -> told.text("event_type").orElse("").replaceFirst("^call\\.", ""));
        return new CallReport(call.message(), PROVIDER, callId(told), item.eventId(), at, outcome, duration(item, told),
                told.text("payload.recording_urls.mp3").or(() -> told.text("payload.recording_urls.wav")).orElse(null), List.of(),
                told.members("payload"));
    }

    private static Duration duration(InboxItem item, JsonTree told) {
        return told.text("payload.start_time").flatMap(start -> told.text("payload.end_time")
                .map(end -> Duration.between(Reported.at(item, Optional.of(start)), Reported.at(item, Optional.of(end))))).orElse(null);
    }

    private static String callId(JsonTree told) {
        return told.text("payload.call_control_id").orElse(null);
    }

    private static Reported reported(InboxItem item, JsonTree told) {
        return new Reported(told.text("payload.client_state").flatMap(CallEvents::message).or(() -> Form.ofQuery(item.query()).first("message")),
                callId(told));
    }

    private static Optional<String> message(String clientState) {
        try {
            return JsonTree.parse(Base64.getDecoder().decode(clientState)).text("message");
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
