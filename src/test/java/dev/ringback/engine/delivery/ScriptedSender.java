package dev.ringback.engine.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.channel.Delivery;
import dev.ringback.engine.channel.Outgoing;
import dev.ringback.engine.channel.ProviderSender;
import dev.ringback.engine.channel.Recovery;
import dev.ringback.engine.time.Clock;

/// A mail provider that does what a test tells it to, in order, and then accepts. It has each mail once by its key.
@ApplicationScoped
class ScriptedSender implements ProviderSender {

    static final String NAME = "scripted";
    static final Duration KEYS_KEPT = Duration.ofHours(24);

    @Inject
    Clock clock;

    private final Queue<Function<Outgoing, Uni<Delivery>>> script = new ConcurrentLinkedQueue<>();
    private final Map<UUID, Delivery> taken = new ConcurrentHashMap<>();
    private final List<UUID> keys = new CopyOnWriteArrayList<>();
    private final AtomicInteger outages = new AtomicInteger();
    private volatile boolean isDown;
    private volatile Recovery recovery = Recovery.SAME_KEY;

    void reset(Recovery its) {
        recovery = its;
        isDown = false;
        script.clear();
        taken.clear();
        keys.clear();
    }

    /// Takes the mail; its answer is lost.
    ScriptedSender takesSilently() {
        script.add(mail -> take(mail).chain(ScriptedSender::silence));
        return this;
    }

    ScriptedSender losesIt() {
        script.add(_ -> silence(null));
        return this;
    }

    ScriptedSender refusesForNow() {
        script.add(_ -> Uni.createFrom().item(new Delivery.Refused("scripted_busy", false)));
        return this;
    }

    ScriptedSender refusesForGood(String reason) {
        script.add(_ -> Uni.createFrom().item(new Delivery.Refused(reason, true)));
        return this;
    }

    /// In each way in which a provider can be.
    ScriptedSender isDown(boolean down) {
        isDown = down;
        return this;
    }

    private Uni<Delivery> nothing() {
        return switch (outages.incrementAndGet() % 3) {
            case 0 -> Uni.createFrom().item(new Delivery.Unreached("scripted_unreachable"));
            case 1 -> Uni.createFrom().item(new Delivery.RetryAfter(clock.instant().plusSeconds(1)));
            default -> silence(null);
        };
    }

    /// The keys of all attempts.
    List<UUID> keys() {
        return List.copyOf(keys);
    }

    int taken() {
        return taken.size();
    }

    @Override
    public String provider() {
        return NAME;
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public Recovery recovery() {
        return recovery;
    }

    @Override
    public Optional<Duration> keyLifetime() {
        return Optional.of(KEYS_KEPT);
    }

    @Override
    public Uni<Delivery> send(Outgoing message) {
        keys.add(message.id());
        if (isDown) {
            return nothing();
        }
        var next = script.poll();
        return next == null ? take(message) : next.apply(message);
    }

    @Override
    public Uni<Optional<Delivery>> find(Outgoing message) {
        return Uni.createFrom().item(Optional.ofNullable(taken.get(message.id())));
    }

    private Uni<Delivery> take(Outgoing message) {
        return Uni.createFrom().item(taken.computeIfAbsent(message.id(), id -> new Delivery.Accepted("there-" + id)));
    }

    private static Uni<Delivery> silence(Delivery lost) {
        return Uni.createFrom().failure(() -> new IllegalStateException("no answer"));
    }
}
