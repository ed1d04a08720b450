package dev.ringback.engine.idempotency;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;

import dev.ringback.engine.time.Clock;

/// When the request at hand was made: under an `Idempotency-Key` that a crash left without an answer, when it was made first. What
/// is named by this instant is done once, however often the caller has to ask.
@ApplicationScoped
public class RequestTime {

    private static final String SINCE = RequestTime.class.getName();

    private final CurrentVertxRequest request;
    private final Clock clock;

    RequestTime(CurrentVertxRequest request, Clock clock) {
        this.request = request;
        this.clock = clock;
    }

    static void keep(RoutingContext http, Instant since) {
        http.put(SINCE, since);
    }

    public Instant instant() {
        var since = request.getCurrent().<Instant>get(SINCE);
        return since == null ? clock.instant() : since;
    }
}
