package dev.ringback.engine.time;

import java.time.Instant;

/// The one source of business time.
public interface Clock {

    /// Now, to the microsecond that Postgres keeps.
    Instant instant();
}
