package dev.ringback.engine.inbox;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.sql.Tx;

/// Understands one provider's bodies.
public interface InboxReader {

    /// As in the path `hooks/<provider>`.
    String provider();

    /// Does all that the arrival causes, in the one transaction given; answers what became of it, machine-readable.
    Uni<String> read(Tx tx, InboxItem item);
}
