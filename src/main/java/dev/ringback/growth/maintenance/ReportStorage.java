package dev.ringback.growth.maintenance;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.sql.Database;

/// Tells the sizes of the pack's tables.
@ApplicationScoped
class ReportStorage {

    private final Database database;
    private final MaintenanceRepository rows;

    ReportStorage(Database database, MaintenanceRepository rows) {
        this.database = database;
        this.rows = rows;
    }

    Uni<StorageReport> report() {
        return database.asService(rows::report).map(StorageReport::new);
    }
}
