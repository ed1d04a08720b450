package dev.ringback.engine.webhook;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;
import dev.ringback.engine.work.NewWork;
import dev.ringback.engine.work.WorkQueue;

/// Has an event told, with the transaction that causes it.
@ApplicationScoped
public class TellWebhook {

    static final String KIND = "engine.webhook";

    private final WorkQueue queue;
    private final Clock clock;

    TellWebhook(WorkQueue queue, Clock clock) {
        this.queue = queue;
        this.clock = clock;
    }

    public Uni<Void> tell(Tx tx, Webhook event) {
        var to = event.to();
        var payload = Map.<String, Object>of("id", event.id(), "url", to.url(), "secret_name", to.secretName(), "body",
                Map.of("type", event.type(), "timestamp", event.at().toString(), "data", event.data()));
        return queue.enqueue(tx, new NewWork(to.pack(), KIND, to.tenant(), "webhook", event.id(), KIND + ":" + event.id(), clock.instant(), payload,
                false));
    }
}
