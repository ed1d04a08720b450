package dev.ringback.crash;

import java.time.Duration;
import java.util.List;
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
    private static final int RANDOM_EVERY = 50;
    private static final int MESSAGES_WITHOUT_NEWS = 40;
    private static final List<String> PROVIDERS = List.of("email by Resend", "email by SMTP", "sms by Twilio");
    private static final int MOST_UNDER_WAY = 12;
    private static final int MOST_UNANSWERED = 40;
    // On a busy machine too more must be done than is killed, or work dies of its lost leases.
    private static final int ANSWERS_PER_KILL = 10;
    private static final Duration PATIENCE = SOAK ? Duration.ofMinutes(60) : Duration.ofMinutes(10);
    private static final Duration SETTLES = Duration.ofMinutes(3);

    private final long seed = Long.getLong("ringback.crash.seed", System.nanoTime());
    private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    private final RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed + 1);

    private Fleet fleet;
    private int powerCuts;
    private int knownPoints;
    private int takenThen;
    private long answeredThen;

    @Test
    void what_is_planned_arrives_once_wherever_a_process_is_killed() throws Exception {
        // Given
        var points = new KillPoints();
        var postbox = new Postbox(points, new SlowNowAndThen());
        try (var stage = new Stage(points, postbox)) {
            stage.start("first", Map.of()).end();
            fleet = new Fleet(stage, random);
            fleet.tend();
            fleet.awaitUp();
            try (var traffic = new Traffic(stage, fleet, random)) {

                // When
                wreak(stage, points, postbox, traffic);
                traffic.finish();
                await(() -> Aftermath.left(stage) == 0);

                // Then
                var aftermath = new Aftermath(stage, postbox);
                report(points, postbox, aftermath);
                assertEveryPointWasHit(points);
                assertThat(aftermath.uncertain()).as("uncertain messages").isPositive();
                aftermath.nothingIsLeft();
                aftermath.everyStepArrivedAsItsProviderAllows();
                aftermath.everyLeadIsAnswered(traffic.emails());
                aftermath.historiesAgree();
            }
        }
    }

    private void wreak(Stage stage, KillPoints points, Postbox postbox, Traffic traffic) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        points.arm(true);
        while (points.kills() < KILLS || !points.missed().isEmpty() || powerCuts < POWER_CUTS || !nothingNew(points, postbox)) {
            assertThat(System.nanoTime()).as("out of patience: seed %d, %d kills, %s missed", seed, points.kills(), points.missed()).isLessThan(end);
            fleet.tend();
            if (fleet.isUp() && traffic.underWay() < MOST_UNDER_WAY && traffic.submitted() - postbox.people() < MOST_UNANSWERED) {
                traffic.submit();
            }
            if (random.nextInt(RANDOM_EVERY) == 0 && fleet.maySpareOne() && postbox.people() - answeredThen >= ANSWERS_PER_KILL) {
                answeredThen = postbox.people();
                killSomebody(points);
            }
            if (points.kills() * (POWER_CUTS + 1) / KILLS > powerCuts && powerCuts < POWER_CUTS) {
                powerCuts++;
                stage.cutThePower();
            }
            Stage.pause(random.nextLong(60));
        }
        points.arm(false);
        fleet.tend();
    }

    // A point that nobody has come by yet is not known, so many messages must have gone by without a new one.
    private boolean nothingNew(KillPoints points, Postbox postbox) {
        if (points.hit().size() > knownPoints) {
            knownPoints = points.hit().size();
            takenThen = postbox.taken().size();
        }
        return postbox.taken().size() - takenThen >= MESSAGES_WITHOUT_NEWS;
    }

    private static void assertEveryPointWasHit(KillPoints points) {
        var moments = List.of(KillPoint.Moment.BEFORE_IT_REMEMBERS, KillPoint.Moment.AFTER_IT_REMEMBERED, KillPoint.Moment.AFTER_IT_ANSWERED);
        assertThat(points.missed()).as("commits that came by and were not hit after").isEmpty();
        assertThat(points.hit()).containsAll(PROVIDERS.stream()
                .flatMap(provider -> moments.stream().map(moment -> new KillPoint(provider, moment))).toList());
    }

    private void killSomebody(KillPoints points) {
        var app = fleet.any();
        if (app != null) {
            points.kill(app);
        }
    }

    /// Takes everything, mostly at once; sometimes so slowly that a heartbeat is needed, sometimes longer than a lease.
    private final class SlowNowAndThen implements Postbox.Behaviour {

        @Override
        public int status(App app, Postbox.Submitted message) {
            return 200;
        }

        @Override
        public void beforeAnswering(App app, Postbox.Submitted message) {
            Stage.pause(switch (chance(40)) {
                case 0 -> 3500;
                case 1, 2, 3 -> 1200;
                default -> chance(20);
            });
        }
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
