package dev.ringback.engine.tracking;

import java.time.Duration;
import java.util.Optional;

/// Whether a hit is a machine's.
final class HitPolicy {

    private static final int MOST_LINKS = 1;

    private HitPolicy() {}

    /// The rule by which it is one; empty for a person's.
    ///
    /// @param tooSoon so soon after a mail has left nobody has read it
    static Optional<String> machine(KeptHit hit, Duration tooSoon) {
        var visitor = hit.visitor();
        if (visitor.isHead()) {
            return Optional.of("method.head");
        }
        if (visitor.isPrefetch()) {
            return Optional.of("header.prefetch");
        }
        if (visitor.agent() == null) {
            return Optional.of("agent.none");
        }
        if (hit.sentAt() != null && hit.at().isBefore(hit.sentAt().plus(tooSoon))) {
            return MachineRules.machine(visitor.agent()).or(() -> Optional.of("time.too-soon"));
        }
        if (hit.links() > MOST_LINKS) {
            return MachineRules.machine(visitor.agent()).or(() -> Optional.of("time.burst"));
        }
        return MachineRules.machine(visitor.agent());
    }
}
