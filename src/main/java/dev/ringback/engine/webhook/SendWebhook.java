package dev.ringback.engine.webhook;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;

import dev.ringback.engine.inbox.StandardWebhooks;
import dev.ringback.engine.net.PublicHttp;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.time.Clock;
import dev.ringback.engine.work.Outcome;
import dev.ringback.engine.work.Work;
import dev.ringback.engine.work.WorkHandler;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Tells a tenant's server an event. Work kind `engine.webhook`. Each attempt has the same id and a signature of its own time.
@ApplicationScoped
class SendWebhook implements WorkHandler {

    private final Database database;
    private final WebhookRepository secrets;
    private final PublicHttp http;
    private final WebhookConfig config;
    private final Clock clock;

    SendWebhook(Database database, WebhookRepository secrets, PublicHttp http, WebhookConfig config, Clock clock) {
        this.database = database;
        this.secrets = secrets;
        this.http = http;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return TellWebhook.KIND;
    }

    @Override
    public Uni<Outcome> handle(Work work) {
        var secretName = String.valueOf(work.payload().get("secret_name"));
        return database.asService(tx -> secrets.findSecret(tx, secretName))
                .chain(secret -> secret.isEmpty()
                        ? Uni.createFrom().item(new Outcome.Failed("webhook_secret_missing"))
                        : send(work.payload(), secret.get()));
    }

    Uni<Outcome> send(Map<String, Object> event, String secret) {
        return uri(String.valueOf(event.get("url")))
                .map(uri -> http.ask(request(uri, event, secret)).map(WebhookPolicy::decide))
                .orElseGet(() -> Uni.createFrom().item(new Outcome.Cancelled("webhook_address_malformed")));
    }

    private PublicHttp.Request request(URI uri, Map<String, Object> event, String secret) {
        var id = String.valueOf(event.get("id"));
        var timestamp = Long.toString(clock.instant().getEpochSecond());
        var body = new JsonObject(body(event)).encode().getBytes(UTF_8);
        var headers = Map.of("content-type", "application/json", "user-agent", "ringback", "webhook-id", id, "webhook-timestamp", timestamp,
                "webhook-signature", StandardWebhooks.sign(id, timestamp, body, secret));
        return new PublicHttp.Request("POST", uri, headers, body, config.timeout());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> body(Map<String, Object> event) {
        return (Map<String, Object>) event.get("body");
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text)).filter(uri -> uri.getHost() != null);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
