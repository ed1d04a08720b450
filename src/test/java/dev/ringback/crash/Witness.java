package dev.ringback.crash;

/// Is told what a process does, before it can go on.
@FunctionalInterface
interface Witness {

    Witness NOBODY = (_, _) -> false;

    /// Answers whether the process was killed; then nothing more is passed on for it.
    boolean reached(App app, KillPoint point);
}
