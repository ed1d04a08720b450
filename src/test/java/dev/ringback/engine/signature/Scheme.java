package dev.ringback.engine.signature;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import static java.nio.charset.StandardCharsets.UTF_8;

/// One provider's scheme with a call that its own key signed.
///
/// @param headers   that prove the call
/// @param tolerance null where the scheme signs no time
/// @param inBody    whether the proof stands in the body, and the body's rest is not signed
record Scheme(String name, Function<List<String>, Signature> by, String secret, String otherSecret, HookCall call, List<String> headers,
        Instant signedAt, Duration tolerance, boolean inBody) {

    static HookCall call(String address, Map<String, String> headers, String body) {
        var all = new HashMap<String, List<String>>();
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        return new HookCall(address, all, body.getBytes(UTF_8));
    }

    boolean verifies(HookCall other) {
        return by.apply(List.of(secret)).verifies(other, signedAt);
    }

    boolean verifiesBy(List<String> secrets) {
        return by.apply(secrets).verifies(call, signedAt);
    }

    HookCall with(String header, List<String> values) {
        var all = new HashMap<>(call.headers());
        all.remove(header);
        if (!values.isEmpty()) {
            all.put(header, values);
        }
        return new HookCall(call.address(), all, call.body());
    }

    HookCall withBody(byte[] body) {
        return new HookCall(call.address(), call.headers(), body);
    }

    HookCall at(String address) {
        return new HookCall(address, call.headers(), call.body());
    }

    @Override
    public String toString() {
        return name;
    }
}
