package dev.ringback.engine.suppression;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.consent.AddressHash;
import dev.ringback.engine.consent.Origin;
import dev.ringback.engine.consent.Tenancy;
import dev.ringback.engine.http.Problem;
import dev.ringback.engine.security.Caller;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.suppression.Imported.RefusedRow;
import dev.ringback.engine.suppression.RowReader.Reading;
import dev.ringback.engine.time.Clock;

/// Takes in who said no elsewhere. All rows are read first; those that can be kept are kept together.
@ApplicationScoped
class ImportSuppressions {

    private static final int MOST_ROWS = 20_000;

    private final Database database;
    private final ImportNos importNos;
    private final AddressHash hash;
    private final Clock clock;

    ImportSuppressions(Database database, ImportNos importNos, AddressHash hash, Clock clock) {
        this.database = database;
        this.importNos = importNos;
        this.hash = hash;
        this.clock = clock;
    }

    Uni<Imported> take(Caller caller, ImportRequest request) {
        var tenancy = Tenancy.of(caller, request.pack(), request.tenant());
        var reader = new RowReader(hash, clock.instant(), caller instanceof Caller.Service);
        var sorted = sort(rows(request), reader);
        if (sorted.nos().isEmpty()) {
            return Uni.createFrom().item(sorted.imported());
        }
        var origin = Origin.of("import", Map.of("from", Objects.requireNonNullElse(request.source(), ""), "recorded_by", caller.id()));
        return database.asService(tx -> importNos.take(tx, tenancy, List.copyOf(sorted.nos().values()), origin)).replaceWith(sorted.imported());
    }

    private static List<SuppressionRow> rows(ImportRequest request) {
        if ((request.rows() == null) == (request.csv() == null)) {
            throw Problem.invalid("rows", "must be there, or csv, and not both");
        }
        var rows = request.rows() == null ? CsvRows.read(request.csv()) : request.rows();
        if (rows.size() > MOST_ROWS || rows.contains(null)) {
            throw Problem.invalid("rows", "must be 1 to 20000, none of them null");
        }
        return rows;
    }

    private record Sorted(Map<String, ImportedNo> nos, List<RefusedRow> refused, int repeated) {

        Imported imported() {
            return new Imported(nos.size(), repeated, refused);
        }
    }

    private static Sorted sort(List<SuppressionRow> rows, RowReader reader) {
        var nos = new LinkedHashMap<String, ImportedNo>();
        var refused = new ArrayList<RefusedRow>();
        for (var at = 0; at < rows.size(); at++) {
            switch (reader.read(rows.get(at))) {
                case Reading.Good(var no) -> nos.merge(key(no), no, ImportSuppressions::earlier);
                case Reading.Bad(var reason) -> refused.add(new RefusedRow(at + 1, reason));
            }
        }
        return new Sorted(nos, refused, rows.size() - nos.size() - refused.size());
    }

    private static String key(ImportedNo no) {
        return String.join(" ", HexFormat.of().formatHex(no.hash().value()), no.family().word(), no.reason().word(), no.scope().word());
    }

    private static ImportedNo earlier(ImportedNo one, ImportedNo other) {
        return other.since().isBefore(one.since()) ? other : one;
    }
}
