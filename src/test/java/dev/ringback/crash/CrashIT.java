package dev.ringback.crash;

import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Kill it anywhere: at every commit and provider call by name, and at random moments between, while leads write. `-Psoak` kills ten
/// times as often. A run says its seed, and `-Dringback.crash.seed=<seed>` makes the same choices again.
class CrashIT {

    private static final Logger LOG = Logger.getLogger(CrashIT.class);
    private static final boolean SOAK = Boolean.getBoolean("ringback.soak");
    private static final int KILLS = SOAK ? 200 : 20;
    private static final int POWER_CUTS = SOAK ? 10 : 2;
    private static final int RANDOM_EVERY = 4;
    private static final int MOST_UNDER_WAY = 12;
    private static final Duration PATIENCE = SOAK ? Duration.ofMinutes(60) : Duration.ofMinutes(15);
    private static final Duration SETTLES = Duration.ofMinutes(3);

    private final long seed = Long.getLong("ringback.crash.seed", System.nanoTime());
    private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    private final RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed + 1);

    private Fleet fleet;
    private int powerCuts;

    @Test
    void what_is_planned_arrives_once_wherever_a_process_is_killed() throws Exception {
        // Given
        var points = new KillPoints(app -> fleet.maySpare(app));
        var postbox = new Postbox(points, this::slowNowAndThen);
        try (var stage = new Stage(points, postbox)) {
            stage.start("first", Map.of()).end();
            fleet = new Fleet(stage, random);
            fleet.tend();
            fleet.awaitUp();
            try (var traffic = new Traffic(stage, fleet, random)) {

                // When
                points.arm(true);
                wreak(stage, points, traffic);
                points.arm(false);
                traffic.finish();
                await(() -> Aftermath.left(stage) == 0);

                // Then
                var aftermath = new Aftermath(stage, postbox);
                report(points, postbox, aftermath);
                assertThat(points.missed()).as("points that were come by and not hit").isEmpty();
                assertThat(aftermath.uncertain()).as("uncertain messages").isPositive();
                aftermath.nothingIsLeft();
                aftermath.everyStepArrivedAsItsProviderAllows();
                aftermath.everyLeadIsAnsweredOnce(traffic.emails());
            }
        }
    }

    private void wreak(Stage stage, KillPoints points, Traffic traffic) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        int randomKills = 0;
        while (points.kills() < KILLS || !points.missed().isEmpty() || powerCuts < POWER_CUTS) {
            assertThat(System.nanoTime()).as("out of patience: seed %d, %s missed", seed, points.missed()).isLessThan(end);
            fleet.tend();
            if (fleet.maySpareOne() && traffic.underWay() < MOST_UNDER_WAY) {
                traffic.submit();
            }
            if (points.kills() / RANDOM_EVERY > randomKills) {
                randomKills++;
                killSomebody(points);
            }
            if (points.kills() * (POWER_CUTS + 1) / KILLS > powerCuts) {
                powerCuts++;
                stage.cutThePower();
            }
            Stage.pause(random.nextLong(60));
        }
    }

    private void killSomebody(KillPoints points) {
        var app = fleet.any();
        if (app != null) {
            points.kill(app);
        }
    }

    // Mostly at once; sometimes so slowly that a heartbeat is needed, sometimes even longer than a lease.
    private Postbox.Reaction slowNowAndThen() {
        long millis = switch (chance(40)) {
            case 0 -> 2500;
            case 1, 2, 3 -> 700;
            default -> chance(20);
        };
        return (_, _) -> Stage.pause(millis);
    }

    private synchronized int chance(int bound) {
        return chance.nextInt(bound);
    }

    private static void await(BooleanSupplier settled) {
        var end = System.nanoTime() + SETTLES.toNanos();
        while (!settled.getAsBoolean() && System.nanoTime() < end) {
            Stage.pause(100);
        }
    }

    private void report(KillPoints points, Postbox postbox, Aftermath aftermath) {
        LOG.infof("seed %d: %d processes, %d kills, %d power cuts, %d steps, %d taken by the provider, %d uncertain", seed, fleet.started(),
                points.kills(), powerCuts, aftermath.steps(), postbox.taken().size(), aftermath.uncertain());
        points.hit().stream().map(KillPoint::toString).sorted().forEach(point -> LOG.infof("killed %s", point));
    }
}
