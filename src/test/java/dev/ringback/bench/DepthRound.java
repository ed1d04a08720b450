package dev.ringback.bench;

/// What a claim costs with more and more items waiting.
final class DepthRound {

    private static final String SECTION = "Ringback: claim cost by depth";
    private static final String CLAIM = "insert into engine.lease";
    private static final double MICROS_PER_MILLI = 1000;
    private static final double FLAT = 1.5;
    private static final int SHALLOWEST = 1_000;
    private static final int STEP = 10;

    private final Stage stage;

    DepthRound(Stage stage) {
        this.stage = stage;
    }

    void run() {
        stage.server().track(true);
        var first = measure(SHALLOWEST);
        var last = first;
        for (long depth = (long) SHALLOWEST * STEP; depth <= Scale.DEEPEST; depth *= STEP) {
            last = measure(depth);
        }
        stage.figures().atMost(SECTION, "the deepest over the shallowest", last / first, "times", FLAT);
        stage.server().track(false);
        stage.queue().clear();
    }

    // So many claims at each depth that about 20 k items are done: on the shallowest, what was taken is put back.
    private double measure(long depth) {
        var work = Math.min(depth, 20_000L);
        stage.queue().clear();
        stage.queue().fill(depth);
        stage.queue().settle();
        stage.server().settle();
        stage.server().track(true);
        var done = 0L;
        while (done < 20_000) {
            done += some(work);
            stage.queue().fill(depth < work * 2 ? work : 0);
        }
        var claims = stage.server().tracked(CLAIM);
        var micros = claims.millis() * MICROS_PER_MILLI / done;
        stage.figures().add(SECTION, "%,d ready".formatted(depth), micros, "µs/item");
        return micros;
    }

    private long some(long items) {
        return Long.parseLong(stage.instance().ask("do-some " + items));
    }
}
