package dev.ringback.growth.prospect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.http.Problem;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.time.Clock;
import dev.ringback.growth.prospect.RowCheck.Checked;
import dev.ringback.growth.prospect.TakenIn.Accepted;
import dev.ringback.growth.prospect.TakenIn.RefusedRow;

/// Takes in businesses that somebody found. All rows are read before the first is kept; those that are good are kept together.
@ApplicationScoped
class TakeInProspects {

    private static final int MOST_ROWS = 5_000;

    private final Database database;
    private final ProspectRepository prospects;
    private final Clock clock;

    TakeInProspects(Database database, ProspectRepository prospects, Clock clock) {
        this.database = database;
        this.prospects = prospects;
        this.clock = clock;
    }

    /// A row of a list, counted from 1.
    record Numbered(int number, ProspectRow row) {}

    /// @param prospect what the row was kept as
    /// @param first    the first row of the list about this business
    record Kept(int number, int first, Accepted prospect) {}

    Uni<TakenIn> take(ProspectList list) {
        var good = new ArrayList<Numbered>();
        var refused = new TreeMap<Integer, String>();
        var rows = rows(list);
        for (var at = 0; at < rows.size(); at++) {
            switch (RowCheck.of(rows.get(at))) {
                case Checked.Good(var row) -> good.add(new Numbered(at + 1, row));
                case Checked.Bad(var reason) -> refused.put(at + 1, reason);
            }
        }
        var bad = refused.entrySet().stream().map(row -> new RefusedRow(row.getKey(), row.getValue())).toList();
        return good.isEmpty() ? Uni.createFrom().item(new TakenIn(List.of(), bad))
                : database.asService(tx -> prospects.upsert(tx, good, clock.instant())).map(kept -> takenIn(kept, bad));
    }

    private static List<ProspectRow> rows(ProspectList list) {
        if ((list.rows() == null) == (list.csv() == null)) {
            throw Problem.invalid("rows", "must be there, or csv, and not both");
        }
        var rows = list.rows() == null ? CsvProspects.read(list.csv()) : list.rows();
        if (rows.isEmpty() || rows.size() > MOST_ROWS || rows.contains(null)) {
            throw Problem.invalid("rows", "must be 1 to 5000, none of them null");
        }
        return rows;
    }

    private static TakenIn takenIn(List<Kept> kept, List<RefusedRow> bad) {
        var accepted = kept.stream().filter(row -> row.number() == row.first()).map(Kept::prospect).toList();
        var repeated = kept.stream().filter(row -> row.number() != row.first()).map(row -> new RefusedRow(row.number(), "repeats_" + row.first()));
        return new TakenIn(accepted, Stream.concat(bad.stream(), repeated).sorted(Comparator.comparingInt(RefusedRow::row)).toList());
    }
}
