package dev.ringback.engine.security;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;

/// The verified caller of the request at hand.
@ApplicationScoped
public class CurrentCaller {

    private final CurrentVertxRequest request;

    CurrentCaller(CurrentVertxRequest request) {
        this.request = request;
    }

    public Caller get() {
        return request.getCurrent().get(CallerAuthentication.CALLER);
    }
}
