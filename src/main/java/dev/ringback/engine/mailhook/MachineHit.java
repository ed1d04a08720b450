package dev.ringback.engine.mailhook;

import java.util.Optional;
import java.util.Set;

import dev.ringback.engine.tracking.MachineRules;

/// Opens and clicks that providers report, and machines did. They are kept with the arrival and reported of no message.
final class MachineHit {

    private static final String FLAGGED = "machine:provider";
    private static final Set<String> HITS = Set.of("open", "click", "opened", "clicked", "Open", "Click", "email.opened", "email.clicked");

    private MachineHit() {}

    /// What becomes of such an arrival; empty for a person's, and for whatever else is reported.
    ///
    /// @param event in the provider's word
    /// @param agent the user agent; empty where the provider tells none
    /// @param flag  there where the provider says itself that it was a machine
    static Optional<String> of(Optional<String> event, Optional<String> agent, Optional<String> flag) {
        return event.filter(HITS::contains)
                .flatMap(_ -> flag.map(_ -> FLAGGED).or(() -> agent.flatMap(MachineRules::machine).map(rule -> "machine:" + rule)));
    }
}
