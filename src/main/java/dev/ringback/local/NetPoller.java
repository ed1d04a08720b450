package dev.ringback.local;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;

import org.jboss.logging.Logger;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;

import dev.ringback.local.database.DatabaseAddress;
import dev.ringback.local.database.DatabaseClient;
import dev.ringback.local.database.DatabaseSession;

/// Sends what `net.http_post` queued, as pg_net's worker does: in batches, each request once, the answer to
/// `net._http_response`. A batch is waited for before the next, so one slow receiver delays all, here as there.
final class NetPoller implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(NetPoller.class);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);
    private static final Duration STOP = Duration.ofSeconds(6);
    private static final String TAKE = """
            with batch as (
                select id from net.http_request_queue order by id limit 200 for update skip locked
            ), forgotten as (
                delete from net._http_response where created < now() - interval '6 hours'
            ), taken as (
                delete from net.http_request_queue as queue using batch where queue.id = batch.id
                returning queue.id, method, url, headers, convert_from(body, 'UTF8') as body, timeout_milliseconds
            )
            select * from taken order by id""";
    private static final String RECORD = """
            insert into net._http_response (id, status_code, content_type, headers, content, timed_out, error_msg)
            values ($1, $2, $3, $4, $5, $6, $7)""";

    private record Answer(long id, Integer status, String contentType, JsonObject headers, String content, boolean timedOut,
            String error) {}

    private final DatabaseAddress superuser;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL).build();
    private final Thread thread;
    private volatile boolean stopped;

    private NetPoller(DatabaseAddress superuser) {
        this.superuser = superuser;
        this.thread = Thread.ofPlatform().name("ringback-net-poller").daemon().unstarted(this::poll);
    }

    static NetPoller start(DatabaseAddress superuser) {
        var poller = new NetPoller(superuser);
        poller.thread.start();
        return poller;
    }

    /// Waits for the batch under way.
    @Override
    public void close() {
        stopped = true;
        LockSupport.unpark(thread);
        try {
            thread.join(STOP);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        http.shutdownNow();
    }

    private void poll() {
        try (var client = new DatabaseClient()) {
            while (!stopped) {
                drain(client);
            }
        }
    }

    // Ends when the server goes away, so that the caller connects anew.
    private void drain(DatabaseClient client) {
        try (var session = client.open(superuser)) {
            while (!stopped) {
                sendBatch(session);
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        } catch (RuntimeException failure) {
            if (!stopped) {
                LOG.warnf("doorbells wait for the database: %s", failure.getMessage());
                LockSupport.parkNanos(PAUSE_AFTER_FAILURE.toNanos());
            }
        }
    }

    private void sendBatch(DatabaseSession session) {
        var answers = session.query(TAKE).stream().map(this::send).toList();
        answers.stream().map(CompletableFuture::join).forEach(answer -> session.query(RECORD, answer.id(), answer.status(),
                answer.contentType(), answer.headers(), answer.content(), answer.timedOut(), answer.error()));
    }

    private CompletableFuture<Answer> send(Row row) {
        long id = row.getLong("id");
        try {
            return http.sendAsync(request(row), HttpResponse.BodyHandlers.ofString())
                    .handle((response, failure) -> failure == null ? answered(id, response) : failed(id, failure));
        } catch (IllegalArgumentException malformed) {
            return CompletableFuture.completedFuture(failed(id, malformed));
        }
    }

    private static HttpRequest request(Row row) {
        var body = row.getString("body");
        var publisher = body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        var request = HttpRequest.newBuilder(URI.create(row.getString("url"))).header("User-Agent", "pg_net/0.20.0")
                .timeout(Duration.ofMillis(row.getInteger("timeout_milliseconds"))).method(row.getString("method"), publisher);
        if (row.getValue("headers") instanceof JsonObject headers) {
            headers.forEach(header -> request.setHeader(header.getKey(), String.valueOf(header.getValue())));
        }
        return request.build();
    }

    private static Answer answered(long id, HttpResponse<String> response) {
        var headers = new JsonObject();
        for (Map.Entry<String, List<String>> header : response.headers().map().entrySet()) {
            headers.put(header.getKey(), String.join(", ", header.getValue()));
        }
        var type = response.headers().firstValue("content-type").orElse(null);
        return new Answer(id, response.statusCode(), type, headers, response.body(), false, null);
    }

    private static Answer failed(long id, Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return new Answer(id, null, null, null, null, cause instanceof HttpTimeoutException, cause.toString());
    }
}
