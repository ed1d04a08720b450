package dev.ringback.engine.signature;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The published vectors where there is one, else calls signed with openssl.
final class Schemes {

    private static final String HERE = "https://ringback.example.com/functions/v1/hooks/somebody";
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Instant THEN = Instant.ofEpochSecond(1_760_000_000);
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final String TWILIO_FORM =
            "CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309&To=%2B18005551212";
    private static final String MAILGUN = """
            {"signature": {"timestamp": "1760000000", "token": "a8ce0edb2dd8301dee6c2405235584e45aa91d1e9f979f3de0",
             "signature": "c91e13383e78366ee1f37fc48fb71351ecaf63faefe90433933a826df302181c"}, "event-data": {"event": "delivered"}}""";
    private static final String SENDGRID = """
            [{"email":"hello@world.com","event":"dropped","reason":"Bounced Address",\
            "sg_event_id":"ZHJvcC0xMDk5NDkxOS1MUnpYbF9OSFN0T0doUTRrb2ZTbV9BLTA",\
            "sg_message_id":"LRzXl_NHStOGhQ4kofSm_A.filterdrecv-p3mdw1-756b745b58-kmzbl-18-5F5FC76C-9.0",\
            "smtp-id":"<LRzXl_NHStOGhQ4kofSm_A@ismtpd0039p1iad1.sendgrid.net>","timestamp":1600112492}]\r\n""";

    private Schemes() {}

    static Stream<Scheme> all() {
        return Stream.of(standard("webhook"), standard("svix"), twilio(HERE_TWILIO, "RSOYDt4T1cUTdK1PDd93/VVr8B8="), twilioJson(), telnyx(),
                meta("It's a Secret to Everybody", "Hello, World!", "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"),
                meta("app-secret-of-the-app", "{\"entry\":[{\"name\":\"Ren\\u00e9\"}]}",
                        "49c9884076b659f0076ef34c9aba614246fe7f4d4ba3b2c05c3bde9465c3ad2a"),
                sendGrid(), mailgun(), postmark(), stripe(), voiceAgent());
    }

    static final String HERE_TWILIO = "https://mycompany.com/myapp.php?foo=1&bar=2";

    static Scheme twilio(String address, String signature) {
        return new Scheme("twilio", TwilioSignature::new, "12345", "12346",
                Scheme.call(address, Map.of("content-type", FORM, "x-twilio-signature", signature), TWILIO_FORM), List.of("x-twilio-signature"), THEN,
                null, false);
    }

    private static Scheme twilioJson() {
        var address = "https://mycompany.com/myapp.php?bodySHA256=b4fd85f2ce8bfebc5cbc4a67ac690906953178daf04df41e183024cc01315de4";
        return new Scheme("twilio with JSON", TwilioSignature::new, "12345", "12346",
                Scheme.call(address, Map.of("content-type", JSON, "x-twilio-signature", "4v3ZYh7BX/zqggTfoPIueeeVeX4="), "{\"MessageSid\":\"SM1\"}"),
                List.of("x-twilio-signature"), THEN, null, false);
    }

    private static Scheme standard(String prefix) {
        var headers = Map.of(prefix + "-id", "msg_p5jXN8AQM9LWM0D4loKWxJek", prefix + "-timestamp", "1614265330", prefix + "-signature",
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        return new Scheme("standard as " + prefix, secrets -> new StandardSignature(prefix, secrets), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD", Scheme.call(HERE, headers, "{\"test\": 2432232314}"), List.copyOf(headers.keySet()),
                Instant.ofEpochSecond(1_614_265_330), FIVE_MINUTES, false);
    }

    private static Scheme telnyx() {
        var headers = Map.of("telnyx-timestamp", "1760000000", "telnyx-signature-ed25519",
                "QM25zfJfwKVIL8EcIoNzHW/AAvP45QMzNVl9XE+DeDaoTAAYE87prjS/nQejptfRCiMd3bvDLOHHT74DwYVxDg==");
        return new Scheme("telnyx", TelnyxSignature::new, "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=",
                "PUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw=",
                Scheme.call(HERE, headers, "{\"data\":{\"event_type\":\"message.received\",\"id\":\"b301ed3f-1490-491f-995f-6e64e69674d4\"}}"),
                List.copyOf(headers.keySet()), THEN, FIVE_MINUTES, false);
    }

    private static Scheme meta(String secret, String body, String hex) {
        return new Scheme("meta " + secret.length(), MetaSignature::new, secret, "Another Secret",
                Scheme.call(HERE, Map.of("x-hub-signature-256", "sha256=" + hex), body), List.of("x-hub-signature-256"), THEN, null, false);
    }

    private static Scheme sendGrid() {
        var headers = Map.of("x-twilio-email-event-webhook-timestamp", "1600112502", "x-twilio-email-event-webhook-signature",
                "MEUCIGHQVtGj+Y3LkG9fLcxf3qfI10QysgDWmMOVmxG0u6ZUAiEAyBiXDWzM+uOe5W0JuG+luQAbPIqHh89M15TluLtEZtM=");
        return new Scheme("sendgrid", SendGridSignature::new,
                "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE83T4O/n84iotIvIW4mdBgQ/7dAfSmpqIM8kF9mN1flpVKS3GRqe62gw+2fNNRaINXvVpiglSI8eNEc6wEA3F+g==",
                SignaturesTest.otherEcKey(), Scheme.call(HERE, headers, SENDGRID), List.copyOf(headers.keySet()),
                Instant.ofEpochSecond(1_600_112_502),
                FIVE_MINUTES, false);
    }

    private static Scheme mailgun() {
        return new Scheme("mailgun", MailgunSignature::new, "key-3ax6xnjp29jd6fds4gc373sgvjxteol0", "key-4ax6xnjp29jd6fds4gc373sgvjxteol0",
                Scheme.call(HERE, Map.of("content-type", JSON), MAILGUN), List.of(), THEN, Duration.ofMinutes(485), true);
    }

    private static Scheme postmark() {
        return new Scheme("postmark", SharedSecret::new, "postmark:a-long-password", "postmark:b-long-password",
                Scheme.call(HERE, Map.of("authorization", "Basic cG9zdG1hcms6YS1sb25nLXBhc3N3b3Jk"), "{}"), List.of("authorization"), THEN, null,
                true);
    }

    private static Scheme stripe() {
        return new Scheme("stripe", TimedSignature::stripe, "whsec_c2VjcmV0LW9mLXN0cmlwZQ", "whsec_d2VjcmV0LW9mLXN0cmlwZQ",
                Scheme.call(HERE, Map.of("stripe-signature",
                        "t=1760000000,v1=52510673095e24fcb2ad38cab26ec5a5a8df22b42e8220b52d88302d33410e77"),
                        "{\"id\":\"evt_1\",\"type\":\"customer.subscription.updated\"}"),
                List.of("stripe-signature"), THEN, FIVE_MINUTES, false);
    }

    private static Scheme voiceAgent() {
        return new Scheme("voice agent", TimedSignature::voiceAgent, "wsec_voice-agent-secret", "wsec_another-secret",
                Scheme.call(HERE, Map.of("elevenlabs-signature",
                        "t=1760000000,v0=aed949d83b33181e84c800604c3cb570b916ba69fa0f460c3d5ffeb7e8cf95d4"),
                        "{\"type\":\"post_call_transcription\",\"data\":{\"conversation_id\":\"conv_1\"}}"),
                List.of("elevenlabs-signature"), THEN, Duration.ofMinutes(30), false);
    }
}
