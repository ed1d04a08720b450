package dev.ringback.growth.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.Incoming;
import dev.ringback.engine.message.Move;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.work.NewWork;
import dev.ringback.engine.work.WorkQueue;
import dev.ringback.growth.probe.ProbeRepository.Answer;
import dev.ringback.growth.probe.ProbeRepository.Question;
import dev.ringback.growth.probe.ProbeRepository.Waiting;
import dev.ringback.growth.prospect.Prospects;

/// What becomes of probes, as the engine tells it.
@ApplicationScoped
public class ProbeProgress {

    private final ProbeRepository probes;
    private final WorkQueue queue;
    private final ProbeConfig config;

    ProbeProgress(ProbeRepository probes, WorkQueue queue, ProbeConfig config) {
        this.probes = probes;
        this.queue = queue;
        this.config = config;
    }

    /// Of any messages to prospects.
    public Uni<Void> moved(Tx tx, List<Move> moves) {
        var ids = moves.stream().filter(move -> move.step().equals(PlanProbes.STEP)).map(Move::message).distinct().toList();
        return ids.isEmpty() ? Uni.createFrom().voidItem()
                : probes.follow(tx, ids).chain(waiting -> Multi.createFrom().iterable(waiting)
                        .onItem().transformToUniAndConcatenate(probe -> queue.enqueue(tx, closing(probe)).replaceWith(probe))
                        .collect().asList().replaceWithVoid());
    }

    /// A mail that says that a machine wrote it.
    public Uni<Void> answeredByMachine(Tx tx, UUID answered, Incoming answer) {
        return probes.findQuestion(tx, answered).chain(question -> question.isEmpty()
                ? Uni.createFrom().voidItem()
                : take(tx, question.get(), answer));
    }

    /// Something that reads as if a person had written it: what comes sooner than one types wasn't.
    public Uni<Void> answered(Tx tx, Incoming answer) {
        return probes.findAnswered(tx, answer.id()).chain(probe -> probe.isEmpty()
                ? Uni.createFrom().voidItem()
                : probes.findQuestion(tx, probe.get()).chain(question -> question.isEmpty() || !isTooFast(question.get(), answer)
                        ? Uni.createFrom().voidItem()
                        : take(tx, question.get(), answer)));
    }

    private boolean isTooFast(Question question, Incoming answer) {
        return delay(question, answer.at()).compareTo(config.fastestTyping()) < 0;
    }

    private Uni<Void> take(Tx tx, Question question, Incoming incoming) {
        var answer = new Answer(incoming.at(), delay(question, incoming.at()),
                AnswerRules.isPersonal(incoming.text(), question.name(), question.text()));
        return probes.recordAnswer(tx, question.probe(), answer, ProbeScore.of(answer.delay(), answer.isPersonal()))
                .chain(isFirst -> isFirst ? probes.score(tx, question.probe()) : Uni.createFrom().item(0))
                .replaceWithVoid();
    }

    // An answer may outrun the page that says that we asked.
    private static Duration delay(Question question, Instant at) {
        var delay = Duration.between(question.askedAt(), at);
        return delay.isNegative() ? Duration.ZERO : delay;
    }

    // Moved and not doubled where it becomes known later that it left.
    private NewWork closing(Waiting probe) {
        return new NewWork("growth", CloseProbe.KIND, Prospects.INTERNAL_CLIENT, Prospects.SUBJECT_KIND, probe.prospect().toString(),
                CloseProbe.KIND + ":" + probe.probe(), probe.since().plus(config.patience()), Map.of("probe", probe.probe().toString()), false);
    }
}
