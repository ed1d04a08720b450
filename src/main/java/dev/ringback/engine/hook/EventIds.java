package dev.ringback.engine.hook;

import java.util.Optional;
import java.util.stream.Stream;

import dev.ringback.engine.provider.JsonTree;
import dev.ringback.engine.security.Digests;
import dev.ringback.engine.signature.Form;
import dev.ringback.engine.signature.HookCall;
import dev.ringback.engine.signature.MailgunSignature;

/// What makes a repeated delivery one.
final class EventIds {

    private static final int LONGEST = 200;

    private EventIds() {}

    static String ofBody(HookCall call) {
        return "sha256:" + Digests.hex(Digests.sha256(call.body()));
    }

    static String ofSvix(HookCall call) {
        return orDigest(call.header("svix-id"), call);
    }

    static String ofToken(HookCall call) {
        return orDigest(MailgunSignature.token(call), call);
    }

    /// @param path of the provider's own id
    static String ofJson(String path, HookCall call) {
        return orDigest(JsonTree.parse(call.body()).text(path), call);
    }

    /// The message and what is said of it: Twilio names no event.
    static String ofTwilio(HookCall call) {
        var form = Form.of(call);
        var state = Stream.of("MessageStatus", "SmsStatus", "CallStatus").flatMap(name -> form.first(name).stream()).findFirst().orElse("");
        return orDigest(form.first("MessageSid").or(() -> form.first("CallSid")).map(id -> "%s:%s".formatted(id, state)), call);
    }

    private static String orDigest(Optional<String> id, HookCall call) {
        return id.filter(own -> own.length() <= LONGEST && own.indexOf('\0') < 0).orElseGet(() -> ofBody(call));
    }
}
