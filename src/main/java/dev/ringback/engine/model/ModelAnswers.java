package dev.ringback.engine.model;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.message.Subject;
import dev.ringback.engine.model.ModelAnswer.Given;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;

/// What models have answered, for whoever asks later why.
@ApplicationScoped
public class ModelAnswers {

    private final ModelAnswerRepository answers;
    private final Clock clock;

    ModelAnswers(ModelAnswerRepository answers, Clock clock) {
        this.answers = answers;
        this.clock = clock;
    }

    /// In the transaction that makes use of it.
    ///
    /// @param cause what it was asked for: kept once per purpose, the first answer wins
    public Uni<Void> keep(Tx tx, Subject subject, String purpose, String cause, Given given) {
        return answers.keep(tx, subject, purpose, cause, given, clock.instant());
    }

    /// For an erasure: what was answered about these subjects of one pack, tenant and kind.
    public Uni<Integer> forget(Tx tx, List<Subject> subjects) {
        return subjects.isEmpty() ? Uni.createFrom().item(0) : answers.forget(tx, subjects);
    }
}
