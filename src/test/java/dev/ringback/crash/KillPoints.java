package dev.ringback.crash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Kills a process at every point where none was killed yet, the first time that one comes by.
final class KillPoints implements Witness {

    private final Predicate<App> mayDie;
    // Guarded by this.
    private final Map<KillPoint, Integer> seen = new HashMap<>();
    private final Set<KillPoint> hit = new HashSet<>();
    private boolean armed;
    private int kills;

    /// @param mayDie whether others would go on
    KillPoints(Predicate<App> mayDie) {
        this.mayDie = mayDie;
    }

    @Override
    public synchronized boolean reached(App app, KillPoint point) {
        if (!app.isAlive()) {
            return true;
        }
        if (!armed) {
            return false;
        }
        seen.merge(point, 1, Integer::sum);
        if (hit.contains(point) || !mayDie.test(app)) {
            return false;
        }
        hit.add(point);
        killNow(app);
        return true;
    }

    /// At a random moment, that is between two points.
    synchronized void kill(App app) {
        if (armed && app.isAlive() && mayDie.test(app)) {
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

    /// What was come by and not hit.
    synchronized List<KillPoint> missed() {
        var missed = new ArrayList<>(seen.keySet());
        missed.removeAll(hit);
        return missed;
    }

    private void killNow(App app) {
        app.kill();
        kills++;
    }
}
