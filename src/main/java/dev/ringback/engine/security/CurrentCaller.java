package dev.ringback.engine.security;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;

/// The verified caller of the request at hand.
@ApplicationScoped
public class CurrentCaller {

    private static final String REQUEST_ID = "x-request-id";

    private final CurrentVertxRequest request;

    CurrentCaller(CurrentVertxRequest request) {
        this.request = request;
    }

    public Caller get() {
        return request.getCurrent().get(CallerAuthentication.CALLER);
    }

    /// Empty where no request is at hand: in jobs that the instance calls itself.
    public Optional<Caller> find() {
        return current().map(context -> context.get(CallerAuthentication.CALLER));
    }

    /// As the answer tells it; empty where no request is at hand.
    public String requestId() {
        return current().map(context -> context.response().headers().get(REQUEST_ID)).orElse("");
    }

    private Optional<RoutingContext> current() {
        return Arc.container().requestContext().isActive() ? Optional.ofNullable(request.getCurrent()) : Optional.empty();
    }
}
