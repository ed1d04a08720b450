package dev.ringback.engine.rollup;

import java.util.List;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.sql.Tx;

/// A table of figures by tenant and local day.
public interface Rollup {

    /// `<pack>.<table>`, as in `engine.rollup`; the engine's own are of all packs.
    String name();

    /// Computes the days whole from the facts and writes the rows that differ: new, changed, gone. Answers the days
    /// of those, as `<pack>/<tenant>/<day>`.
    Uni<List<String>> recompute(Tx tx, List<TenantDay> days);

    /// Marks every day of the range that has facts or rows. Answers how many.
    Uni<Integer> markRange(Tx tx, DayRange range);
}
