package dev.ringback.engine.policy;

import java.time.Instant;

/// A policy's answer.
public sealed interface Verdict {

    /// The rule that decided.
    String rule();

    record SendNow() implements Verdict {

        @Override
        public String rule() {
            return "clear";
        }
    }

    /// @param reason machine-readable, but for a brake's, which a person wrote
    record Defer(Instant until, String rule, String reason) implements Verdict {}

    /// @param reason machine-readable; kept on the message
    record Refuse(String rule, String reason) implements Verdict {}
}
