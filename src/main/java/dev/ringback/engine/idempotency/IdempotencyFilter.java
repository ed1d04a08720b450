package dev.ringback.engine.idempotency;

import java.util.Set;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.ringback.engine.http.Problem;
import dev.ringback.engine.http.ProblemResponses;
import dev.ringback.engine.security.Caller;
import dev.ringback.engine.security.CurrentCaller;
import dev.ringback.engine.security.Digests;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.time.Clock;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Replays answers under their `Idempotency-Key`: same key and request, same answer; other request 422; still running 409.
/// Nobody in particular has no keys: what is stored before a caller is known could be stored by anybody.
class IdempotencyFilter {

    private static final String HEADER = "Idempotency-Key";
    private static final String REPLAYED = "Idempotency-Replayed";
    private static final String REQUEST = IdempotentRequest.class.getName();
    private static final Set<String> MUTATING = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final int LONGEST_KEY = 255;
    private static final int FIRST_REFUSAL = 400;

    private final Database database;
    private final IdempotencyRepository keys;
    private final IdempotencyConfig config;
    private final CurrentCaller caller;
    private final ObjectMapper json;
    private final Clock clock;

    IdempotencyFilter(Database database, IdempotencyRepository keys, IdempotencyConfig config, CurrentCaller caller, ObjectMapper json, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.config = config;
        this.caller = caller;
        this.json = json;
        this.clock = clock;
    }

    @ServerRequestFilter
    public Uni<Response> recall(ContainerRequestContext context, RoutingContext http) {
        var key = context.getHeaderString(HEADER);
        if (key == null || !MUTATING.contains(context.getMethod()) || caller.get() instanceof Caller.Anonymous) {
            return Uni.createFrom().nullItem();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new Problem(FIRST_REFUSAL, "INVALID_IDEMPOTENCY_KEY", "An Idempotency-Key has 1 to 255 characters");
        }
        var request = new IdempotentRequest(caller.get().id(), key, hash(http));
        var now = clock.instant();
        return database.asService(tx -> keys.take(tx, request, now, now.plus(config.running())))
                .map(recollection -> answer(recollection, request, context, http));
    }

    @ServerResponseFilter
    public Uni<Void> remember(ContainerRequestContext context, ContainerResponseContext response) {
        if (!(context.getProperty(REQUEST) instanceof IdempotentRequest request)) {
            return Uni.createFrom().voidItem();
        }
        return database.asService(tx -> response.getStatus() >= FIRST_REFUSAL
                ? keys.free(tx, request)
                : keys.keep(tx, request, response.getStatus(), body(response.getEntity()), clock.instant().plus(config.kept()))).replaceWithVoid();
    }

    // Null lets the request go on.
    private static Response answer(Recollection recollection, IdempotentRequest request, ContainerRequestContext context,
            RoutingContext http) {
        return switch (recollection) {
            case Recollection.Fresh(var since) -> {
                context.setProperty(REQUEST, request);
                RequestTime.keep(http, since);
                yield null;
            }
            case Recollection.Answered(var status, var body) -> Response.status(status).type("application/json").header(REPLAYED, true)
                    .entity(body).build();
            case Recollection.Running() ->
                    ProblemResponses.of(Problem.conflict("IDEMPOTENCY_IN_PROGRESS", "The first request with this key still runs"));
            case Recollection.OtherRequest() -> ProblemResponses.of(
                    new Problem(422, "IDEMPOTENCY_KEY_REUSED", "This Idempotency-Key was used for another request"));
        };
    }

    private static byte[] hash(RoutingContext http) {
        var body = http.body().buffer();
        var head = "%s %s\n".formatted(http.request().method(), http.request().uri());
        return Digests.hmacSha256(head.getBytes(UTF_8), body == null ? new byte[0] : body.getBytes());
    }

    private String body(Object entity) {
        try {
            return entity == null ? "" : json.writeValueAsString(entity instanceof ShownOnce shown ? shown.withoutSecret() : entity);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
