package dev.ringback.engine.net;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.RequestOptions;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientRequest;
import io.vertx.mutiny.core.http.HttpClientResponse;

/// One request and its answer, both bounded.
final class Exchange {

    private final HttpClient client;
    private final int mostBytes;

    Exchange(HttpClient client, int mostBytes) {
        this.client = client;
        this.mostBytes = mostBytes;
    }

    /// Fails with [NotConnected] when no byte of the request can have left.
    Uni<RawAnswer> run(RequestOptions options, byte[] body, Duration patience) {
        return client.request(options)
                .onFailure().transform(NotConnected::new)
                .chain(request -> send(request, body, patience));
    }

    // A request that nobody waits for any more gives its connection up.
    private Uni<RawAnswer> send(HttpClientRequest request, byte[] body, Duration patience) {
        return request.send(io.vertx.mutiny.core.buffer.Buffer.buffer(body))
                .chain(this::read)
                .ifNoItem().after(patience).fail()
                .onFailure().invoke(_ -> request.reset())
                .onCancellation().invoke(() -> request.reset());
    }

    private Uni<RawAnswer> read(HttpClientResponse response) {
        return response.toMulti().collect().in(Buffer::buffer, (whole, part) -> append(whole, part.getDelegate()))
                .map(whole -> new RawAnswer(response.statusCode(), headers(response.getDelegate().headers()), whole.getBytes()));
    }

    private static Map<String, List<String>> headers(MultiMap received) {
        return received.names().stream()
                .collect(Collectors.toUnmodifiableMap(name -> name.toLowerCase(Locale.ROOT), received::getAll, (one, _) -> one));
    }

    private void append(Buffer whole, Buffer part) {
        if (whole.length() + part.length() > mostBytes) {
            throw new IllegalStateException("answer of more than %d bytes".formatted(mostBytes));
        }
        whole.appendBuffer(part);
    }
}
