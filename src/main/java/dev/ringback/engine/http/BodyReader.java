package dev.ringback.engine.http;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

/// Reads one request's body, or refuses it as soon as it is known to be too large.
final class BodyReader {

    private final RoutingContext context;
    private final int mostBytes;
    private final Buffer body = Buffer.buffer();
    private final AtomicBoolean refused = new AtomicBoolean();

    BodyReader(RoutingContext context, int mostBytes) {
        this.context = context;
        this.mostBytes = mostBytes;
    }

    void read(Consumer<Buffer> then) {
        var request = context.request();
        request.handler(this::take);
        request.exceptionHandler(context::fail);
        request.endHandler(_ -> end(then));
        request.resume();
    }

    private void take(Buffer chunk) {
        if (refused.get()) {
            return;
        }
        if (body.length() + chunk.length() > mostBytes) {
            refused.set(true);
            context.response().putHeader("connection", "close");
            ProblemResponses.send(context, new Problem(413, "PAYLOAD_TOO_LARGE", "A body may have %d bytes".formatted(mostBytes)));
        } else {
            body.appendBuffer(chunk);
        }
    }

    private void end(Consumer<Buffer> then) {
        if (!refused.get()) {
            then.accept(body);
        }
    }
}
