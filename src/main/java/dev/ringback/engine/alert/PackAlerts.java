package dev.ringback.engine.alert;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.sql.Tx;

/// A pack's own notifications, for packs that have them.
public interface PackAlerts {

    /// As in [dev.ringback.engine.message.Subject#pack].
    String pack();

    /// In the transaction that raises or escalates.
    Uni<Void> alert(Tx tx, Alert alert);
}
