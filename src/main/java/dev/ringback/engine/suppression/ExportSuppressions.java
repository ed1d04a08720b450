package dev.ringback.engine.suppression;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.consent.Tenancy;
import dev.ringback.engine.http.Cursor;
import dev.ringback.engine.http.Page;
import dev.ringback.engine.http.Problem;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.suppression.SuppressionRepository.Kept;

/// Hands out who said no, as hashes: enough to take it along, too little to write to anybody.
@ApplicationScoped
class ExportSuppressions {

    private final Database database;
    private final SuppressionRepository suppressions;

    ExportSuppressions(Database database, SuppressionRepository suppressions) {
        this.database = database;
        this.suppressions = suppressions;
    }

    /// @param format null or `json`, or `csv`
    Uni<Exported> list(Tenancy tenancy, String format, Cursor before, int limit) {
        if (format != null && !format.equals("csv") && !format.equals("json")) {
            throw Problem.invalid("format", "must be json or csv");
        }
        return database.asService(tx -> suppressions.list(tx, tenancy, before, limit + 1))
                .map(rows -> Page.of(rows, limit, kept -> new Cursor(kept.row().since(), new UUID(0, kept.id()))))
                .map(page -> exported(page, "csv".equals(format)));
    }

    private static Exported exported(Page<Kept> page, boolean asCsv) {
        var rows = page.items().stream().map(Kept::row).toList();
        return new Exported(asCsv ? List.of() : rows, asCsv ? CsvRows.write(rows) : null, page.nextCursor());
    }
}
