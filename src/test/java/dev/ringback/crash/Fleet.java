package dev.ringback.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// So many processes at once. A dead one is replaced, and as they take seconds to start, at once.
final class Fleet {

    private static final int SIZE = 3;

    private final Stage stage;
    private final RandomGenerator random;
    // Guarded by this.
    private final List<App> apps = new ArrayList<>();
    private int started;

    Fleet(Stage stage, RandomGenerator random) {
        this.stage = stage;
        this.random = random;
    }

    /// Starts what is missing.
    void tend() {
        synchronized (this) {
            apps.removeIf(app -> !app.isAlive());
        }
        while (size() < SIZE) {
            started++;
            var app = stage.start("app-%d".formatted(started), Map.of());
            stage.tick(app);
            add(app);
        }
    }

    void awaitUp() {
        List.copyOf(up(false)).forEach(App::awaitUp);
    }

    /// Whether anybody is there to work.
    boolean isUp() {
        return !up(true).isEmpty();
    }

    /// Whether others would go on if one died.
    boolean maySpareOne() {
        return up(true).size() > 1;
    }

    /// Any that listens; null where none does just now.
    App any() {
        var up = up(true);
        return up.isEmpty() ? null : up.get(random.nextInt(up.size()));
    }

    int started() {
        return started;
    }

    private synchronized List<App> up(boolean listening) {
        return apps.stream().filter(app -> listening ? app.isUp() : app.isAlive()).toList();
    }

    private synchronized int size() {
        return apps.size();
    }

    private synchronized void add(App app) {
        apps.add(app);
    }
}
