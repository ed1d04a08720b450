package dev.ringback.engine.http;

import java.util.Optional;

import jakarta.ws.rs.core.Response;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;

/// Problems as answers.
public final class ProblemResponses {

    static final String TYPE = "application/problem+json";
    private static final String ERROR_CODE = "sb-error-code";

    private ProblemResponses() {}

    public static Response of(Problem problem) {
        return Response.status(problem.status()).type(TYPE).header(ERROR_CODE, problem.code()).entity(body(problem)).build();
    }

    /// For what is refused before a function is reached.
    static void send(RoutingContext context, Problem problem) {
        context.response()
                .setStatusCode(problem.status())
                .putHeader("content-type", TYPE)
                .putHeader(ERROR_CODE, problem.code())
                .end(Json.encode(body(problem)));
    }

    private static ProblemBody body(Problem problem) {
        var title = Optional.ofNullable(HttpResponseStatus.valueOf(problem.status())).map(HttpResponseStatus::reasonPhrase).orElse("Error");
        return ProblemBody.of(problem, title);
    }
}
