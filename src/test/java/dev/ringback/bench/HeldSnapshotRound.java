package dev.ringback.bench;

import java.util.ArrayList;
import java.util.stream.IntStream;

/// The drain while somebody has forgotten a `repeatable read` transaction, which keeps every dead row and index entry.
final class HeldSnapshotRound {

    private static final String SECTION = "Ringback: a forgotten repeatable read transaction";
    private static final int TIMES = 3;
    private static final double AT_LEAST = 0.9;

    private final Stage stage;

    HeldSnapshotRound(Stage stage) {
        this.stage = stage;
    }

    void run() {
        var free = new ArrayList<Cost>();
        var held = new ArrayList<Cost>();
        IntStream.range(0, TIMES).forEach(_ -> {
            free.add(drain());
            held.add(drainBesideAnOldSnapshot());
        });
        var without = OthersRound.median(free).perSecond();
        var with = OthersRound.median(held).perSecond();
        stage.figures().add(SECTION, "without", without, "items/s");
        stage.figures().add(SECTION, "beside it", with, "items/s");
        stage.figures().atLeast(SECTION, "beside it, of without", with / without, "times", AT_LEAST);
    }

    private Cost drain() {
        return stage.drain(stage.instances(1), Scale.items(200_000));
    }

    private Cost drainBesideAnOldSnapshot() {
        try (var forgotten = stage.server().open(stage.queue().address())) {
            forgotten.run("begin isolation level repeatable read");
            forgotten.query("select count(*) from engine.ready");
            var cost = drain();
            forgotten.run("rollback");
            return cost;
        }
    }
}
