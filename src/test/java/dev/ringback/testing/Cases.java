package dev.ringback.testing;

import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Properties over random cases. Each case has a seed of its own; a case that fails says its seed, and
/// `-Dringback.cases.seed=<seed>` runs that one alone.
public final class Cases {

    private static final String ALGORITHM = "L64X128MixRandom";
    private static final String SEED = "ringback.cases.seed";
    // The same cases in every build: one that fails now and then would be taken for the machine's fault.
    private static final long FIRST_SEED = 20_260_101L;

    private Cases() {}

    /// Runs `property` on `count` random generators.
    public static void check(int count, Consumer<RandomGenerator> property) {
        var replay = Long.getLong(SEED);
        if (replay != null) {
            one(replay, property);
            return;
        }
        for (var seed = FIRST_SEED; seed < FIRST_SEED + count; seed++) {
            one(seed, property);
        }
    }

    private static void one(long seed, Consumer<RandomGenerator> property) {
        try {
            property.accept(RandomGeneratorFactory.of(ALGORITHM).create(seed));
        } catch (RuntimeException | AssertionError failure) {
            throw new AssertionError("fails for one case, replay it by -D%s=%d: %s".formatted(SEED, seed, failure.getMessage()), failure);
        }
    }
}
