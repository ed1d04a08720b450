package dev.ringback.engine.http;

import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

import io.vertx.ext.web.RoutingContext;

/// One line per call: request id, trace id, function, status, milliseconds. Ids alone, never bodies or credentials.
@ApplicationScoped
class AccessLog {

    static final String REQUEST_ID = "x-request-id";
    private static final Logger LOG = Logger.getLogger("dev.ringback.access");
    private static final Pattern SAFE_ID = Pattern.compile("[A-Za-z0-9._-]{1,128}");
    private static final Pattern TRACE_PARENT = Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    void open(RoutingContext context, FunctionName function) {
        var started = System.nanoTime();
        var id = requestId(context.request().getHeader(REQUEST_ID));
        var trace = traceId(context.request().getHeader("traceparent"));
        context.response().putHeader(REQUEST_ID, id);
        MDC.put("request_id", id);
        MDC.put("trace_id", trace);
        context.addEndHandler(_ -> close(context, function, id, started));
    }

    private static void close(RoutingContext context, FunctionName function, String id, long startedNanos) {
        // Joined, not formatted: there is one for each call.
        LOG.info(context.request().method() + " " + function.name() + " " + context.response().getStatusCode() + " "
                + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedNanos) + " ms request=" + id);
    }

    private static String requestId(String given) {
        return given != null && SAFE_ID.matcher(given).matches() ? given : UUID.randomUUID().toString();
    }

    private static String traceId(String traceParent) {
        var matcher = TRACE_PARENT.matcher(traceParent == null ? "" : traceParent);
        return matcher.matches() ? matcher.group(1) : "";
    }
}
