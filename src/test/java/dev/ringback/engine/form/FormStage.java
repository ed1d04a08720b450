package dev.ringback.engine.form;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import io.vertx.mutiny.core.Vertx;

import dev.ringback.engine.channel.Content;
import dev.ringback.engine.channel.SenderIdentity;
import dev.ringback.engine.net.Connections;
import dev.ringback.engine.provider.ProviderStage;
import dev.ringback.testing.FakeProvider;

import static dev.ringback.engine.provider.ProviderStage.message;

/// A website with a form on it, and somebody who has something to say there.
final class FormStage implements AutoCloseable {

    private static final SenderIdentity MAPLE = new SenderIdentity("Maple Roofing", null, null, null, null, null);
    private static final Map<String, String> SAID = Map.of("name", "Ada Byron", "email", "ada@maple.example", "phone", "+14165550100",
            "message", "We have a job for you.\nInterested?");
    static final String HTML = "text/html; charset=utf-8";
    static final String THANKS = "<p>Thank you! Your message has been sent.</p>";
    static final String PLAIN = """
            <form action=/send method=post>
              <input type=hidden name=_token value=abc123><input name=your-name required><input type=email name=your-email required>
              <textarea name=your-message required></textarea><button>Send</button></form>""";

    final FakeProvider provider;
    private final ProviderStage stage = new ProviderStage();
    private final Vertx vertx = Vertx.vertx();

    private record Forms(FormConfig.Http http) implements FormConfig {}

    private record Http(String userAgent, Duration timeout) implements FormConfig.Http {}

    FormStage() throws IOException {
        provider = stage.provider;
    }

    FakeProvider page(Map<String, String> headers, String html) {
        var all = new HashMap<>(Map.of("content-type", HTML));
        all.putAll(headers);
        return provider.answers(200, all, html);
    }

    String send() {
        return stage.send(sender(), message(MAPLE, "acme.example", new Content.Form(URI.create(provider.url() + "/contact"), SAID)));
    }

    WebFormSender sender() {
        return new WebFormSender(Connections.publicHttp(vertx), new Forms(new Http("Ringback test", Duration.ofSeconds(5))), stage.clock);
    }

    @Override
    public void close() {
        stage.close();
        vertx.close().await().atMost(Duration.ofSeconds(20));
    }
}
