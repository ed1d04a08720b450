package dev.ringback.testing;

import java.util.UUID;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

import dev.ringback.engine.inbox.StandardWebhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

/// A mail server's pipe: hands in raw mail, signed by Standard Webhooks.
public final class MailWorker {

    private static final String SECRET = "whsec_bG9jYWwtb25seS1tYWlsLWhvb2s=";

    private MailWorker() {}

    /// @param inReplyTo a Message-ID with its angle brackets; empty for a mail that answers nothing
    public static String mail(String from, String to, String inReplyTo, String text) {
        return """
                Message-ID: <%s@people.example>
                In-Reply-To: %s
                From: %s
                To: %s
                Subject: Re: your message
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit

                %s
                """.formatted(UUID.randomUUID(), inReplyTo, from, to, text).replace("\n", "\r\n");
    }

    /// @param eventId names the delivery: the same again is the same event
    public static ValidatableResponse handIn(String eventId, String mime) {
        var body = mime.getBytes(UTF_8);
        var timestamp = Long.toString(Api.now().getEpochSecond());
        return RestAssured.given()
                .header("webhook-id", eventId)
                .header("webhook-timestamp", timestamp)
                .header("webhook-signature", StandardWebhooks.sign(eventId, timestamp, body, SECRET))
                .contentType("message/rfc822")
                .body(body)
                .post(Api.path("hooks/mail"))
                .then();
    }

    public static ValidatableResponse handIn(String mime) {
        return handIn(UUID.randomUUID().toString(), mime);
    }
}
