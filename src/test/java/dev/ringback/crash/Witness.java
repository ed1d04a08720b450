package dev.ringback.crash;

import java.util.Set;

/// Is told what a process does, before it can go on.
@FunctionalInterface
interface Witness {

    /// Answers whether the process was killed; then nothing more is passed on for it.
    ///
    /// @param points what the moment is known by; none is not told
    boolean reached(App app, Set<KillPoint> points);
}
