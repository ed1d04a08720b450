package dev.ringback.engine.erasure;

import java.util.List;
import java.util.Map;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.sql.Tx;

/// What a pack's own tables know about people. All in the engine's transaction.
public interface PersonalData {

    /// One row about a person.
    ///
    /// @param kind as the pack calls it, for example `lead`
    record Holding(String kind, String id, Map<String, Object> members) {}

    /// As in `Subject.pack`.
    String pack();

    /// What the tenant's rows hold about whom these normalised addresses reach.
    Uni<List<Holding>> holdings(Tx tx, String tenant, List<String> addresses);

    /// Takes the person out of the tenant's rows and leaves what numbers stand on; answers how many rows that were.
    Uni<Integer> erase(Tx tx, String tenant, List<String> addresses);
}
