package dev.ringback.engine.model;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.message.Subject;
import dev.ringback.engine.model.ModelAnswer.Given;
import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class ModelAnswerRepository {

    private final Statements sql = Statements.of(ModelAnswerRepository.class);

    Uni<Void> keep(Tx tx, Subject subject, String purpose, String cause, Given given, Instant now) {
        return tx.run(of("keep", subject).bind("id", subject.id()).bind("purpose", purpose).bind("cause", cause).bind("model", given.model())
                .bind("confidence", given.confidence()).bind("values", given.values()).bind("now", now)).replaceWithVoid();
    }

    Uni<Integer> forget(Tx tx, List<Subject> subjects) {
        return tx.run(of("forget", subjects.getFirst()).bindAll("ids", subjects.stream().map(Subject::id).toList(), String[]::new));
    }

    private Query of(String name, Subject subject) {
        return Query.of(sql.get(name)).bind("pack", subject.pack()).bind("tenant", subject.tenant()).bind("kind", subject.kind());
    }
}
