package dev.ringback.bench;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// `./mvnw -Pbench verify`: the queue's figures and, in the same run, those of others. A figure that misses its target fails
/// nothing, since a benchmark on a busy machine is no test; the report says it.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class QueueBench {

    private static BenchServer server;
    private static Figures figures;

    @BeforeAll
    static void open() {
        assumeTrue(Boolean.getBoolean("ringback.bench"), "only by -Pbench");
        server = BenchServer.start();
        figures = new Figures(Machine.describe(server));
    }

    @AfterAll
    static void close() {
        if (server != null) {
            System.out.println(figures.table());
            server.close();
        }
    }

    @Test
    @Order(1)
    void others() {
        attempt("Others", () -> new OthersRound(server, figures).run());
    }

    @Test
    @Order(2)
    void drains_on_command() {
        try (var stage = Stage.byHand(server, figures)) {
            attempt("Drain", () -> new DrainRound(stage).run());
            attempt("Enqueue", () -> new EnqueueRound(stage).run());
            attempt("HeldSnapshot", () -> new HeldSnapshotRound(stage).run());
            attempt("Tenant", () -> new TenantRound(stage).run());
            attempt("Promotion", () -> new PromotionRound(stage).run());
            attempt("Profile", () -> new ProfileRound(stage).run());
            attempt("Depth", () -> new DepthRound(stage).run());
        }
    }

    @Test
    @Order(3)
    void real_sends() {
        attempt("Send", () -> new SendRound(server, figures).run());
    }

    @Test
    @Order(4)
    void webhooks() {
        attempt("Ingest", () -> new IngestRound(server, figures).run());
    }

    @Test
    @Order(5)
    void always_on() {
        try (var stage = Stage.alwaysOn(server, figures)) {
            attempt("Pickup", () -> new PickupRound(stage).run());
            attempt("Steady", () -> new SteadyRound(stage).run());
            attempt("Idle", () -> new IdleRound(stage).run());
        }
    }

    // A round that breaks leaves a gap with its reason, and the others go on.
    private static void attempt(String round, Runnable measurement) {
        if (!Scale.includes(round)) {
            return;
        }
        try {
            measurement.run();
        } catch (RuntimeException failure) {
            figures.notMeasured(round, "all that is missing above", failure.toString());
        }
    }
}
