package dev.ringback.engine.column;

import java.util.List;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.consent.Family;
import dev.ringback.engine.consent.Party;
import dev.ringback.engine.sql.Tx;

/// A pack's table with opt-out columns, which its trigger `engine.note_consent_columns` watches.
public interface ConsentColumns {

    /// What one column of a row says about one address.
    ///
    /// @param column by its name
    record State(Party party, Family family, String column, boolean optedOut) {}

    /// With its schema.
    String table();

    /// As the row is now; empty where it is gone or nobody is reached by it.
    Uni<List<State>> read(Tx tx, String id);
}
