package dev.ringback.recruiting.staff;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class StaffRepository {

    private final Statements sql = Statements.of(StaffRepository.class);

    Uni<Boolean> isStaff(Tx tx) {
        return tx.one(Query.of(sql.get("is_staff")), row -> row.getBoolean("is_staff"));
    }
}
