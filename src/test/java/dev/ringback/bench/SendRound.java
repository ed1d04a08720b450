package dev.ringback.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/// A real send: a lead's answer is planned, decided by the policy, written as a message, projected, and handed to the outbox,
/// a provider that answers at once.
final class SendRound {

    private static final String SECTION = "Ringback: real sends (a lead is answered by mail, kept by the outbox)";
    private static final int WARM_UP = 3_000;
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final int FEW = 2_000;

    private final BenchServer server;
    private final Figures figures;

    SendRound(BenchServer server, Figures figures) {
        this.server = server;
        this.figures = figures;
    }

    void run() {
        try (var queue = RingbackQueue.make(server); var proxy = new CountingProxy(queue.address())) {
            var client = client(queue);
            try (var instance = Instance.start(queue.address(), Stage.BY_HAND, _ -> {})) {
                send(queue, instance, client, Scale.items(WARM_UP));
                figures.cost(SECTION, "sent, 1 process", send(queue, instance, client, Scale.items(20_000)));
            }
            try (var instance = Instance.start(proxy.address(), Stage.BY_HAND, _ -> {})) {
                countRoundTrips(queue, instance, client, proxy);
            }
        }
    }

    private void countRoundTrips(RingbackQueue queue, Contestant instance, UUID client, CountingProxy proxy) {
        send(queue, instance, client, FEW);
        server.track(true);
        var before = proxy.roundTrips();
        send(queue, instance, client, FEW);
        figures.add(SECTION, "round trips", (double) (proxy.roundTrips() - before) / FEW, "per item");
        figures.add(SECTION, "statements, begin and commit included", (double) server.tracked("").calls() / FEW, "per item");
        profile();
        server.track(false);
    }

    private void profile() {
        try {
            Files.write(BenchServer.HOME.resolve("profile-sends.txt"), server.lines(ProfileRound.STATEMENTS));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Cost send(RingbackQueue queue, Contestant instance, UUID client, int leads) {
        server.settle();
        queue.owner().query("""
                insert into growth.lead_memory (client_id, email, name, message, language)
                select $1, gen_random_uuid() || '@people.example', 'Sarah Chen', 'Could you come today?', 'en' from generate_series(1, $2)""",
                client, leads);
        queue.settle();
        var sentBefore = sent(queue);
        var meter = new Meter(server);
        var start = meter.read();
        instance.send("start");
        Race.until(() -> !queue.hasWork(), LOOK_EVERY);
        var cost = meter.since(start, leads);
        instance.await("start");
        instance.ask("stop");
        if (sent(queue) - sentBefore != leads) {
            throw new IllegalStateException("%d of %d leads were answered: %s".formatted(sent(queue) - sentBefore, leads, verdicts(queue)));
        }
        return cost;
    }

    private static long sent(RingbackQueue queue) {
        return queue.owner().query("select count(*) from engine.message where status = 'sent'").getFirst().getLong(0);
    }

    private static List<String> verdicts(RingbackQueue queue) {
        return queue.owner().query("select status || ' ' || coalesce(reason, '') || ' ' || count(*) from engine.message group by status, reason")
                .stream().map(row -> row.getString(0)).toList();
    }

    private static UUID client(RingbackQueue queue) {
        var client = UUID.randomUUID();
        queue.owner().query("""
                insert into growth.clients (client_id, business_name, email, outbound_email, followup_speed)
                values ($1, 'Maple Roofing', 'owner@maple.example', 'hello@maple.example', 'Instant')""", client);
        return client;
    }
}
