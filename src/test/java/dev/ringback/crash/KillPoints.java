package dev.ringback.crash;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Kills a process at every point where none was killed yet, the first time that one comes by.
final class KillPoints implements Witness {

    // Guarded by this.
    private final Set<KillPoint> seen = new HashSet<>();
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
        seen.addAll(points);
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

    /// What was come by and not hit.
    synchronized List<KillPoint> missed() {
        var missed = new ArrayList<>(seen);
        missed.removeAll(hit);
        return missed;
    }

    private void killNow(App app) {
        app.kill();
        kills++;
    }
}
