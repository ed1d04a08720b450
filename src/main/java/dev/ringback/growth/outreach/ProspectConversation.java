package dev.ringback.growth.outreach;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.Incoming;
import dev.ringback.engine.message.Move;
import dev.ringback.engine.message.PackConversation;
import dev.ringback.engine.message.Reply;
import dev.ringback.engine.message.Subject;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;
import dev.ringback.engine.work.NewWork;
import dev.ringback.engine.work.WorkQueue;
import dev.ringback.growth.outreach.OutreachRepository.Sent;
import dev.ringback.growth.probe.ProbeProgress;
import dev.ringback.growth.prospect.Prospects;

/// Prospects as the engine's partners in conversation: what was asked of them, and what was offered to them.
@ApplicationScoped
class ProspectConversation implements PackConversation {

    private final ProbeProgress probes;
    private final OutreachRepository outreach;
    private final WorkQueue queue;
    private final OutreachConfig config;
    private final Clock clock;

    ProspectConversation(ProbeProgress probes, OutreachRepository outreach, WorkQueue queue, OutreachConfig config, Clock clock) {
        this.probes = probes;
        this.outreach = outreach;
        this.queue = queue;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String pack() {
        return "growth";
    }

    @Override
    public boolean speaksWith(Subject subject) {
        return subject.pack().equals(pack()) && subject.kind().equals(Prospects.SUBJECT_KIND);
    }

    @Override
    public Uni<Map<Subject, String>> refusals(Tx tx, Collection<Subject> subjects) {
        return outreach.findKnown(tx, subjects.stream().map(subject -> UUID.fromString(subject.id())).toList()).map(HashSet::new)
                .map(known -> subjects.stream().filter(subject -> !known.contains(UUID.fromString(subject.id())))
                        .collect(Collectors.toMap(subject -> subject, _ -> "prospect_deleted")));
    }

    @Override
    public Uni<Void> moved(Tx tx, List<Move> moves) {
        var written = moves.stream().filter(move -> move.step().equals(PlanOutreach.STEP)).map(Move::message).distinct().toList();
        return probes.moved(tx, moves).chain(() -> written.isEmpty()
                ? Uni.createFrom().voidItem()
                : outreach.project(tx, written, clock.instant(), config.ignoredAfter()).chain(sent -> watch(tx, sent)));
    }

    // Moved and not doubled where an earlier time of sending becomes known.
    private Uni<Void> watch(Tx tx, List<Sent> sent) {
        return Multi.createFrom().iterable(sent)
                .onItem().transformToUniAndConcatenate(one -> queue.enqueue(tx, ignoring(one)).replaceWith(one))
                .collect().asList().replaceWithVoid();
    }

    private NewWork ignoring(Sent sent) {
        return new NewWork("growth", IgnoreOutreach.KIND, Prospects.INTERNAL_CLIENT, Prospects.SUBJECT_KIND, sent.prospect().toString(),
                IgnoreOutreach.KIND + ":" + sent.message(), sent.at().plus(config.ignoredAfter()), Map.of("message", sent.message().toString()),
                true);
    }

    @Override
    public Uni<Void> replied(Tx tx, Subject subject, Reply reply) {
        return probes.answered(tx, reply.incoming());
    }

    @Override
    public Uni<Void> answeredByMachine(Tx tx, Subject subject, UUID answered, Incoming incoming) {
        return probes.answeredByMachine(tx, answered, incoming);
    }
}
