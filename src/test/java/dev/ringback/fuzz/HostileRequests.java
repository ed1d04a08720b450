package dev.ringback.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

import dev.ringback.engine.security.Digests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/// Calls of hooks as no provider makes them, and some that one does. Whole HTTP requests, since a client would refuse to send some of
/// these headers.
final class HostileRequests {

    private static final List<String> HOOKS = List.of("mail", "mail", "resend", "sendgrid", "mailgun", "postmark", "twilio", "telnyx",
            "meta-whatsapp", "voice-agent", "stripe", "db", "nobody", "mail/x", "");
    private static final List<String> METHODS = List.of("POST", "POST", "POST", "POST", "POST", "POST", "GET", "PUT", "DELETE", "OPTIONS", "BREW");
    private static final List<String> QUERIES = List.of("", "", "", "?", "?message=x", "?message=1&message=2", "?%zz=%", "?hub.mode=subscribe",
            "?bodySHA256=00", "?a=" + "a".repeat(3000), "?message=%00");
    private static final List<String> TYPES = List.of("message/rfc822", "application/json", "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=b", "multipart/form-data", "multipart/form-data; boundary=\"", "text/plain;charset=utf-16", "*/*",
            "application/json; charset=x", "", "/", "multipart/mixed; boundary=b");
    private static final List<String> HEADERS = List.of("x-twilio-signature", "telnyx-signature-ed25519", "telnyx-timestamp", "svix-id",
            "svix-timestamp", "svix-signature", "x-hub-signature-256", "stripe-signature", "elevenlabs-signature", "authorization", "x-request-id",
            "traceparent", "x-twilio-email-event-webhook-signature", "x-twilio-email-event-webhook-timestamp", "idempotency-key", "accept",
            "accept-language", "x-forwarded-host", "x-forwarded-proto", "webhook-id", "webhook-timestamp", "webhook-signature", "origin", "cookie",
            "accept-encoding", "range", "apikey", "content-encoding", "expect", "x-hook-secret");
    private static final List<String> VALUES = List.of("", " ", ",", "v1,", "t=,v1=", "t=1,v1=00", "sha256=", "Basic Og==", "Basic !", "Bearer eyJ",
            "Bearer", "\u0000", "1760000000", "-1", "99999999999999999999", "\u00ff\u00fe", "a".repeat(5000), "gzip;q=x", "bytes=0-0,1-", "%%%", "é",
            "00-0-0-00", "::1", "sb_secret_", "[");
    private static final int GENUINE_ONE_IN = 12;

    private final RandomGenerator random;
    private final HostileBodies bodies;
    private final String run;
    private final String timestamp;

    /// @param run names the events of these requests
    HostileRequests(RandomGenerator random, String run, String timestamp) {
        this.random = random;
        this.bodies = new HostileBodies(random);
        this.run = run;
        this.timestamp = timestamp;
    }

    /// @param content provider and digest of a body that may be stored; null where nothing of it may
    record Request(byte[] bytes, String content) {}

    Request next(long nth) {
        return random.nextInt(GENUINE_ONE_IN) == 0 ? signed(any(SignedHeaders.PROVIDERS), "%s-%d".formatted(run, nth)) : strange();
    }

    private Request strange() {
        return new Request(request(any(METHODS) + " /functions/v1/hooks/" + any(HOOKS) + any(QUERIES), noise(new TreeMap<>()), bodies.next()), null);
    }

    private Request signed(String provider, String event) {
        var body = bodies.next();
        var headers = SignedHeaders.of(provider, event, timestamp, body);
        var line = "POST /functions/v1/hooks/" + provider;
        var content = "%s %s".formatted(provider, Digests.hex(Digests.sha256(body)));
        return switch (random.nextInt(4)) {
            case 0 -> new Request(request(line, noise(bentOne(headers)), body), null);
            case 1 -> new Request(request(line, doubledOne(headers), body), null);
            case 2 -> new Request(request(line, noise(headers), provider.equals("postmark") ? body : changed(body)),
                    provider.equals("postmark") ? content : null);
            default -> new Request(request(line, noise(headers), body), content);
        };
    }

    private Map<String, String> noise(Map<String, String> headers) {
        headers.put("content-type", any(TYPES));
        for (var more = random.nextInt(4); more > 0; more--) {
            headers.putIfAbsent(any(HEADERS), any(VALUES));
        }
        return headers;
    }

    // One character of the signature, or of what is signed, is another one.
    private Map<String, String> bentOne(Map<String, String> headers) {
        headers.compute(any(headers.keySet().stream().sorted().toList()), (_, value) -> {
            var at = random.nextInt(value.length());
            return value.substring(0, at) + (value.charAt(at) == '7' ? '8' : '7') + value.substring(at + 1);
        });
        return headers;
    }

    private Map<String, String> doubledOne(Map<String, String> headers) {
        var name = any(headers.keySet().stream().sorted().toList());
        headers.compute(name, (_, value) -> value + "\r\n" + name + ": " + value);
        return headers;
    }

    private byte[] changed(byte[] body) {
        if (body.length == 0) {
            return new byte[]{1};
        }
        var changed = body.clone();
        changed[random.nextInt(body.length)] ^= 1;
        return changed;
    }

    private byte[] request(String line, Map<String, String> headers, byte[] body) {
        var request = new ByteArrayOutputStream();
        request.writeBytes("%s HTTP/1.1\r\nhost: localhost\r\n".formatted(line).getBytes(ISO_8859_1));
        headers.forEach((name, value) -> request.writeBytes("%s: %s\r\n".formatted(name, value).getBytes(UTF_8)));
        if (random.nextInt(8) == 0 && body.length > 0) {
            request.writeBytes("transfer-encoding: chunked\r\n\r\n%x\r\n".formatted(body.length).getBytes(ISO_8859_1));
            request.writeBytes(body);
            request.writeBytes("\r\n0\r\n\r\n".getBytes(ISO_8859_1));
        } else {
            request.writeBytes("content-length: %d\r\n\r\n".formatted(body.length).getBytes(ISO_8859_1));
            request.writeBytes(body);
        }
        return request.toByteArray();
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
