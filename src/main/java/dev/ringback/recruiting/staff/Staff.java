package dev.ringback.recruiting.staff;

import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.http.Problem;
import dev.ringback.engine.security.Caller;
import dev.ringback.engine.security.Roles;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.sql.Tx;

/// Does what only recruiters may.
@ApplicationScoped
public class Staff {

    private static final Problem NOT_STAFF = new Problem(403, "FORBIDDEN", "Only recruiters may do that");

    private final Database database;
    private final StaffRepository staff;

    Staff(Database database, StaffRepository staff) {
        this.database = database;
        this.staff = staff;
    }

    /// One transaction as the service, for a caller who is a recruiter or the service; 403 for everybody else.
    public <T> Uni<T> asService(Caller caller, Function<Tx, Uni<T>> work) {
        return isStaff(caller).chain(is -> is ? database.asService(work) : Uni.createFrom().failure(NOT_STAFF));
    }

    private Uni<Boolean> isStaff(Caller caller) {
        return caller.role().equals(Roles.SERVICE) ? Uni.createFrom().item(true) : database.as(caller.runAs(), staff::isStaff);
    }
}
