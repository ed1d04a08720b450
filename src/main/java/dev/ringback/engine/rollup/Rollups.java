package dev.ringback.engine.rollup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.rollup.RollupRepository.Mark;
import dev.ringback.engine.rollup.RollupRepository.Whose;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.sql.Tx;

/// The rollups of this instance, and the one way in which they are computed.
@ApplicationScoped
public class Rollups {

    private static final Logger LOG = Logger.getLogger(Rollups.class);
    // One by one, and each may take its whole time: the next run meets the others.
    private static final int MOST_APART = 20;

    private final List<Rollup> all;
    private final Database database;
    private final RollupRepository marks;

    Rollups(@All List<Rollup> all, Database database, RollupRepository marks) {
        this.all = all;
        this.database = database;
        this.marks = marks;
    }

    public List<Rollup> all() {
        return all;
    }

    Optional<Rollup> find(String name) {
        return all.stream().filter(rollup -> rollup.name().equals(name)).findFirst();
    }

    /// One transaction: takes up to so many marks and computes their days. Answers how many marks it took; zero, too, while
    /// another instance is at this rollup. Where that fails, each tenant is computed alone: only where none can be it fails.
    public Uni<Integer> recompute(Rollup rollup, int limit) {
        return recompute(rollup, Whose.ANYBODY, limit).onFailure().recoverWithUni(failure -> recomputeApart(rollup, limit, failure));
    }

    private Uni<Integer> recompute(Rollup rollup, Whose whose, int limit) {
        return database.asService(tx -> marks.lock(tx, rollup.name())
                .chain(ours -> ours ? marks.takeMarks(tx, rollup.name(), whose, limit) : Uni.createFrom().item(List.<Mark>of()))
                .call(taken -> write(tx, rollup, taken))
                .map(taken -> taken.stream().mapToInt(Mark::marks).sum()));
    }

    private Uni<Integer> recomputeApart(Rollup rollup, int limit, Throwable failure) {
        return database.asService(tx -> marks.findMarked(tx, rollup.name(), limit))
                .chain(all -> Multi.createFrom().iterable(all).select().first(MOST_APART)
                        .onItem().transformToUniAndConcatenate(whose -> recomputeOrPostpone(rollup, whose, limit))
                        .collect().with(Collectors.summingInt(Integer::intValue)))
                .onItem().transformToUni(taken -> taken > 0 ? Uni.createFrom().item(taken) : Uni.createFrom().failure(failure));
    }

    // What cannot be computed, or takes too long, is tried again when everybody else's is done.
    private Uni<Integer> recomputeOrPostpone(Rollup rollup, Whose whose, int limit) {
        return recompute(rollup, whose, limit)
                .onFailure().invoke(failure -> LOG.errorf("%s of %s/%s cannot be computed: %s", rollup.name(), whose.pack(), whose.tenant(), failure))
                .onFailure().recoverWithUni(() -> database.asService(tx -> marks.postpone(tx, rollup.name(), whose)).replaceWith(0));
    }

    /// Days of the last week whose figures are not what the facts say, although no mark said so; they are now. Answers them.
    public Uni<List<String>> findDrifted(Tx tx, Rollup rollup, Instant now, int limit) {
        return marks.lock(tx, rollup.name())
                .chain(ours -> ours ? marks.findQuietDays(tx, rollup.name(), now, limit) : Uni.createFrom().item(List.<TenantDay>of()))
                .chain(days -> days.isEmpty() ? Uni.createFrom().item(List.<String>of()) : rollup.recompute(tx, days))
                .chain(changed -> changed.isEmpty() ? Uni.createFrom().item(changed) : withoutMarked(tx, rollup, changed));
    }

    // A fact that was committed meanwhile has its mark by now.
    private Uni<List<String>> withoutMarked(Tx tx, Rollup rollup, List<String> changed) {
        return marks.findMarkedTenants(tx, rollup.name())
                .map(marked -> changed.stream().filter(day -> !marked.contains(day.substring(0, day.lastIndexOf('/')))).toList());
    }

    // A statement of its own, after the marks are taken: it sees every fact whose mark was there to take.
    private static Uni<Void> write(Tx tx, Rollup rollup, List<Mark> taken) {
        var days = taken.stream().filter(mark -> !mark.isEveryDay()).map(Mark::day).toList();
        var written = days.isEmpty() ? Uni.createFrom().item(List.<String>of()) : rollup.recompute(tx, days);
        return written.chain(() -> Multi.createFrom().iterable(taken).filter(Mark::isEveryDay)
                .onItem().transformToUniAndConcatenate(mark -> rollup.markRange(tx, DayRange.everyDayOf(mark.day().pack(), mark.day().tenant())))
                .collect().last().replaceWithVoid());
    }
}
