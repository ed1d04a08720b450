package dev.ringback.crash;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.ringback.crash.KillPoint.Moment;

/// Kills a process at every point where none was killed yet, the first time that one comes by.
final class KillPoints implements Witness {

    private static final int ENOUGH = 3;

    // Guarded by this.
    private final Map<String, Integer> commits = new HashMap<>();
    private final Set<KillPoint> hit = new HashSet<>();
    private boolean armed;
    private int kills;

    @Override
    public synchronized boolean reached(App app, Set<KillPoint> points) {
        if (!app.isAlive()) {
            return true;
        }
        if (!armed) {
            return false;
        }
        points.stream().filter(point -> point.moment() == Moment.BEFORE_COMMIT).forEach(point -> commits.merge(point.what(), 1, Integer::sum));
        if (!hit.addAll(points)) {
            return false;
        }
        killNow(app);
        return true;
    }

    /// At a random moment, that is between two points.
    synchronized void kill(App app) {
        if (armed && app.isAlive()) {
            killNow(app);
        }
    }

    synchronized void arm(boolean now) {
        armed = now;
    }

    synchronized int kills() {
        return kills;
    }

    synchronized List<KillPoint> hit() {
        return List.copyOf(hit);
    }

    /// After which commits nobody was killed, though they came by again: the first time kills before them.
    synchronized List<KillPoint> missed() {
        return commits.entrySet().stream().filter(known -> known.getValue() >= ENOUGH).map(known -> KillPoint.after(known.getKey()))
                .filter(point -> !hit.contains(point)).toList();
    }

    private void killNow(App app) {
        app.kill();
        kills++;
    }
}
