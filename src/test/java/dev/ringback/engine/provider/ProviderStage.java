package dev.ringback.engine.provider;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.VertxException;
import io.vertx.mutiny.core.Vertx;

import dev.ringback.engine.channel.Content;
import dev.ringback.engine.channel.Delivery;
import dev.ringback.engine.channel.MessageSender;
import dev.ringback.engine.channel.Outgoing;
import dev.ringback.engine.channel.SenderIdentity;
import dev.ringback.engine.net.Connections;
import dev.ringback.engine.time.SettableClock;
import dev.ringback.testing.FakeProvider;

/// A stand-in of a provider, and what an adapter needs to talk to it.
public final class ProviderStage implements AutoCloseable {

    public static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    public static final Duration PATIENCE = Duration.ofSeconds(2);
    public static final UUID ID = UUID.fromString("6f1c2f0e-5b1d-5d2a-9d35-0c7a3a1f4b11");

    private static final Duration LATEST = Duration.ofSeconds(30);

    public final FakeProvider provider;
    public final SettableClock clock = new SettableClock();
    public final ProviderHttp http;
    public final Callbacks callbacks = new Callbacks(Optional.of("https://ringback.example/"));
    private final Vertx vertx = Vertx.vertx();

    public ProviderStage() throws IOException {
        provider = new FakeProvider();
        clock.set(NOW);
        http = new ProviderHttp(Connections.api(vertx), Connections.reachable(false));
    }

    public static Outgoing message(SenderIdentity identity, String to, Content content) {
        return new Outgoing(ID, identity, to, ID + "@maple.example", content);
    }

    /// What came of it, in words: `accepted <id>`, `refused <reason>` for good, `failed <reason>` for now, `again in <time>`, `silence`.
    public String send(MessageSender sender, Outgoing message) {
        return words(sender, message);
    }

    public static String words(MessageSender sender, Outgoing message) {
        return sender.send(message).map(ProviderStage::words).onFailure(ProviderStage::isSilence).recoverWithItem("silence").await().atMost(LATEST);
    }

    /// Where nobody listens.
    public static URI nobody() throws IOException {
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + closed.getLocalPort());
        }
    }

    @Override
    public void close() {
        provider.close();
        vertx.close().await().atMost(LATEST);
    }

    // Anything else is a mistake of ours.
    private static boolean isSilence(Throwable failure) {
        return failure instanceof IllegalStateException || failure instanceof TimeoutException || failure instanceof VertxException
                || failure instanceof IOException;
    }

    private static String words(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Accepted(var id, var cost) -> "accepted " + id + (cost == null ? "" : " for " + cost.micros() + " " + cost.currency());
            case Delivery.Unreached(var reason) -> "failed " + reason;
            case Delivery.Refused(var reason, var permanent) -> (permanent ? "refused " : "failed ") + reason;
            case Delivery.RetryAfter(var at) -> "again in " + Duration.between(NOW, at);
        };
    }
}
