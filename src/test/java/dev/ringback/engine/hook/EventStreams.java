package dev.ringback.engine.hook;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.restassured.response.ValidatableResponse;

import dev.ringback.testing.HookCaller;

import static java.nio.charset.StandardCharsets.UTF_8;

/// What each provider tells of one message, in the shape in which it does.
final class EventStreams {

    /// @param provider as its adapter's
    /// @param expected the status that the message has in the end
    record EventStream(String name, String channel, String provider, String expected, Function<Written, List<Supplier<ValidatableResponse>>> calls) {

        @Override
        public String toString() {
            return name;
        }
    }

    private EventStreams() {}

    static Stream<EventStream> all() {
        return Stream.of(
                new EventStream("resend", "email", "resend", "complained", EventStreams::resend),
                new EventStream("sendgrid", "email", "sendgrid", "clicked", EventStreams::sendGrid),
                new EventStream("mailgun", "email", "smtp", "replied", EventStreams::mailgun),
                new EventStream("postmark", "email", "smtp", "opened", EventStreams::postmark),
                new EventStream("twilio", "sms", "twilio", "replied", EventStreams::twilio),
                new EventStream("telnyx", "sms", "telnyx", "replied", EventStreams::telnyx),
                new EventStream("telnyx call", "voice", "telnyx", "delivered", EventStreams::call),
                new EventStream("meta", "whatsapp", "meta", "replied", EventStreams::meta),
                new EventStream("voice agent", "voice", "telnyx", "replied", EventStreams::voiceAgent));
    }

    private static List<Supplier<ValidatableResponse>> resend(Written to) {
        return each(Stream.of("sent", "delivered", "opened", "clicked", "bounced", "complained"), type -> HookCaller.resend(to.id() + type, """
                {"type": "email.%s", "created_at": "2026-03-02T15:1%d:00.000Z", "data": {"email_id": "%s", "tags": {"message": "%s"},
                 "bounce": {"type": "Permanent", "diagnosticCode": ["smtp; 550 5.1.1 no such user"]}}}"""
                .formatted(type, type.length() % 10, to.providerId(), to.id())));
    }

    // One event is none; one is of nobody's message.
    private static List<Supplier<ValidatableResponse>> sendGrid(Written to) {
        var events = Stream.of("processed", "delivered", "open", "click").map(type -> """
                {"sg_event_id": "%s-%s", "event": "%s", "timestamp": 17724642%02d, "message": "%s", "smtp-id": "<x@y>"}"""
                .formatted(type, to.id(), type, type.length(), to.id())).toList();
        return List.of(() -> HookCaller.sendGrid("[%s, %s]\r\n".formatted(events.get(1), events.get(0))),
                () -> HookCaller.sendGrid("[%s, \"oops\", {\"event\": \"open\", \"timestamp\": {}, \"sg_event_id\": \"\\u0000\"}, %s, %s]\r\n"
                        .formatted(events.get(2), events.get(0), events.get(3))));
    }

    private static List<Supplier<ValidatableResponse>> mailgun(Written to) {
        var calls = each(Stream.of("accepted", "delivered", "opened"), type -> HookCaller.mailgun(type + to.id(), """
                {"event": "%s", "timestamp": 17724642%02d.529, "message": {"headers": {"message-id": "%s"}}}"""
                .formatted(type, type.length(), to.reference())));
        var mail = Map.of("recipient", to.ours(), "body-plain", "Tuesday at nine is fine.\r\n> Hi, this is Maple.", "message-headers", """
                [["From", "Sarah <%s>"], ["To", "%s"], ["In-Reply-To", "<%s>"], ["Message-Id", "<1.%s@people.example>"], ["Subject", "Re: Hi"]]"""
                .formatted(to.theirs(), to.ours(), to.reference(), to.id()));
        return Stream.concat(calls.stream(), Stream.<Supplier<ValidatableResponse>>of(() -> HookCaller.mailgunMail("mail" + to.id(), mail))).toList();
    }

    private static List<Supplier<ValidatableResponse>> postmark(Written to) {
        return each(Stream.of("Delivery\":\"DeliveredAt", "Open\":\"ReceivedAt", "Bounce\":\"BouncedAt"), type -> HookCaller.postmark("""
                {"RecordType": "%s", "%s": "2026-03-02T15:2%d:00Z", "Metadata": {"message": "%s"}, "Type": "HardBounce", "ID": 1}"""
                .formatted(type.split("\":\"")[0], type.split("\":\"")[1], type.length() % 10, to.id())));
    }

    private static List<Supplier<ValidatableResponse>> twilio(Written to) {
        var calls = each(Stream.of("queued", "sent", "delivered"), status -> HookCaller.twilio(to.id(), Map.of("MessageSid", to.providerId(),
                "MessageStatus", status, "From", to.ours(), "To", to.theirs())));
        return Stream.concat(calls.stream(), Stream.<Supplier<ValidatableResponse>>of(() -> HookCaller.twilio(null,
                Map.of("MessageSid", "SM" + to.id(), "SmsStatus", "received", "From", to.theirs(), "To", to.ours(), "Body",
                        "Tuesday at nine + a half? é", "NumMedia", "1", "MediaUrl0", "https://api.twilio.example/1", "MediaContentType0",
                        "image/jpeg"))))
                .toList();
    }

    private static List<Supplier<ValidatableResponse>> telnyx(Written to) {
        var calls = each(Stream.of("message.sent", "message.finalized"), type -> HookCaller.telnyx(to.id(), """
                {"data": {"id": "%s-%s", "event_type": "%s", "occurred_at": "2026-03-02T15:1%d:00.123+00:00", "payload": {"id": "%s",
                 "to": [{"phone_number": "%s", "status": "delivered"}]}}}"""
                .formatted(type, to.id(), type, type.length() % 10, to.providerId(), to.theirs())));
        return Stream.concat(calls.stream(), Stream.<Supplier<ValidatableResponse>>of(() -> HookCaller.telnyx(null, """
                {"data": {"id": "in-%s", "event_type": "message.received", "occurred_at": "2026-03-02T15:29:00Z", "payload": {"id": "%s",
                 "from": {"phone_number": "%s"}, "to": [{"phone_number": "%s"}], "text": "Tuesday at nine is fine."}}}"""
                .formatted(to.id(), to.id(), to.theirs(), to.ours())))).toList();
    }

    private static List<Supplier<ValidatableResponse>> call(Written to) {
        var state = Base64.getEncoder().encodeToString("{\"message\":\"%s\"}".formatted(to.id()).getBytes(UTF_8));
        return each(Stream.of("initiated", "answered", "hangup"), type -> HookCaller.telnyx(null, """
                {"data": {"id": "%s-%s", "event_type": "call.%s", "occurred_at": "2026-03-02T15:1%d:00Z", "payload": {"call_control_id": "%s",
                 "client_state": "%s", "hangup_cause": "normal_clearing"}}}"""
                .formatted(type, to.id(), type, type.length() % 10, to.providerId(), state)));
    }

    private static List<Supplier<ValidatableResponse>> meta(Written to) {
        var statuses = Stream.of("sent", "delivered", "read").map(status -> """
                {"id": "%s", "status": "%s", "timestamp": "17724642%02d", "recipient_id": "1", "biz_opaque_callback_data": "%s"}"""
                .formatted(to.providerId(), status, status.length(), to.id())).toList();
        var button = """
                {"from": "%s", "id": "wamid.%s", "timestamp": "1772464280", "type": "button", "context": {"id": "%s"},
                 "button": {"payload": "yes", "text": "Tuesday \\u00e9"}}"""
                .formatted(to.theirs().substring(1), to.id(), to.providerId());
        return List.of(() -> HookCaller.meta(meta("statuses", statuses.get(2))), () -> HookCaller.meta(meta("statuses", statuses.get(0))),
                () -> HookCaller.meta(meta("statuses", statuses.get(1) + "," + statuses.get(0))), () -> HookCaller.meta(meta("messages", button)));
    }

    private static String meta(String member, String events) {
        return """
                {"object": "whatsapp_business_account", "entry": [{"id": "1", "changes": [{"field": "messages", "value": {
                 "messaging_product": "whatsapp", "metadata": {"display_phone_number": "15005550006", "phone_number_id": "106540352242922"},
                 "%s": [%s]}}]}]}""".formatted(member, events);
    }

    private static List<Supplier<ValidatableResponse>> voiceAgent(Written to) {
        return List.of(() -> HookCaller.voiceAgent("""
                {"type": "post_call_transcription", "event_timestamp": 1772464290, "data": {"conversation_id": "conv-%s", "status": "done",
                 "transcript": [{"role": "agent", "message": "Hi, this is Maple."}, {"role": "user", "message": "Tuesday at nine is fine.",
                 "time_in_call_secs": 3}], "metadata": {"call_duration_secs": 42}, "analysis": {"call_successful": "success"},
                 "conversation_initiation_client_data": {"dynamic_variables": {"message": "%s"}}}}""".formatted(to.id(), to.id())));
    }

    private static List<Supplier<ValidatableResponse>> each(Stream<String> words, Function<String, ValidatableResponse> call) {
        return words.<Supplier<ValidatableResponse>>map(word -> () -> call.apply(word)).toList();
    }
}
