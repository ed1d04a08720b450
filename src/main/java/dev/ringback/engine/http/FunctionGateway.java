package dev.ringback.engine.http;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;

/// What happens to every call of a function before it is routed: names that this instance does not serve are unknown, a
/// body is read up to its cap, and what supabase-js sends without a type becomes JSON.
@ApplicationScoped
class FunctionGateway {

    // After Quarkus' CORS filter (300), so that refusals carry its headers; before authentication (200).
    private static final int PRIORITY = 250;
    private static final Set<HttpMethod> WITH_BODY = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);
    private static final String ACCEPT_LANGUAGE = "accept-language";
    private static final String CONTENT_TYPE = "content-type";
    private static final String JSON = "application/json";
    private static final Set<String> NOTHING = Set.of("", "null");
    private static final int LONGEST_NOTHING = 64;

    private final HttpConfig config;
    private final FunctionsConfig functions;
    private final AccessLog accessLog;

    FunctionGateway(HttpConfig config, FunctionsConfig functions, AccessLog accessLog) {
        this.config = config;
        this.functions = functions;
        this.accessLog = accessLog;
    }

    void register(@Observes Filters filters) {
        filters.register(this::enter, PRIORITY);
    }

    private void enter(RoutingContext context) {
        var path = context.normalizedPath();
        if (!path.startsWith(FunctionName.ROOT)) {
            context.next();
            return;
        }
        var function = FunctionName.of(path);
        accessLog.open(context, function);
        forgetAnyLanguage(context);
        if (functions.served().isPresent() && !function.isAmong(functions.served().get())) {
            ProblemResponses.send(context, new Problem(404, "NOT_FOUND", "Requested function was not found"));
        } else if (WITH_BODY.contains(context.request().method())) {
            new BodyReader(context, function.isHook() ? config.maxHookBody() : config.maxBody())
                    .read(body -> proceed(context, function.isHook() ? body : manners(context, body)));
        } else {
            context.next();
        }
    }

    // Node's fetch says so, and any of our locales would do then: refusals would come in whichever is the first.
    private static void forgetAnyLanguage(RoutingContext context) {
        if ("*".equals(context.request().getHeader(ACCEPT_LANGUAGE))) {
            context.request().headers().remove(ACCEPT_LANGUAGE);
        }
    }

    // A function's body is JSON whatever a client's default type is: `invoke(name, {body: text})` says text/plain, and a POST
    // without a body comes with any type or none. Not a hook's, where each byte is signed.
    private static Buffer manners(RoutingContext context, Buffer body) {
        var headers = context.request().headers();
        var type = headers.get(CONTENT_TYPE);
        var json = body.length() == 0 || type == null || names(type, JSON) || names(type, "text/plain");
        if (json) {
            headers.set(CONTENT_TYPE, JSON);
        }
        return json && isNothing(body) ? Buffer.buffer("{}") : body;
    }

    private static void proceed(RoutingContext context, Buffer body) {
        ((RoutingContextInternal) context).setBody(body);
        context.next();
    }

    // RFC 9110 §8.3.1: media types are compared without regard to case.
    private static boolean names(String header, String type) {
        return header.regionMatches(true, 0, type, 0, type.length());
    }

    // A function never meets null for its body: what has nothing in it is an object with no members.
    private static boolean isNothing(Buffer body) {
        return body.length() <= LONGEST_NOTHING && NOTHING.contains(body.toString().strip());
    }
}
