package dev.ringback.engine.integrity;

import java.util.List;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.sql.Tx;

/// Something that must hold.
public interface IntegrityRule {

    /// `<pack>.<what is wrong>`, in snake_case.
    String name();

    /// Whether a violation is over when it is not found any more.
    boolean heals();

    /// Writes what breaks it into `engine.violation` and answers the ids.
    Uni<List<String>> find(Tx tx, Look look);
}
