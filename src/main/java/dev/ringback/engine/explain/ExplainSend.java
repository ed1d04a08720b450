package dev.ringback.engine.explain;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.http.Problem;
import dev.ringback.engine.security.CurrentCaller;
import dev.ringback.engine.sql.Database;

/// Why a message was sent, or was not: with the caller's own rights, so that a tenant sees its own.
@ApplicationScoped
class ExplainSend {

    private final Database database;
    private final ExplainRepository messages;
    private final CurrentCaller caller;

    ExplainSend(Database database, ExplainRepository messages, CurrentCaller caller) {
        this.database = database;
        this.messages = messages;
        this.caller = caller;
    }

    Uni<Explanation> explain(UUID id) {
        return database.as(caller.get().runAs(), tx -> messages.find(tx, id))
                .map(found -> found.stream().findFirst().orElseThrow(() -> Problem.notFound("message", id)));
    }

    Uni<Explanations> explain(Asked subject) {
        return database.as(caller.get().runAs(), tx -> messages.list(tx, subject.pack(), subject.subjectKind(), subject.subjectId()))
                .map(Explanations::new);
    }
}
