package dev.ringback.engine.rollup;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.rollup.RollupRepository.Mark;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.sql.Tx;

/// The rollups of this instance, and the one way in which they are computed.
@ApplicationScoped
class Rollups {

    private final List<Rollup> all;
    private final Database database;
    private final RollupRepository marks;

    Rollups(@All List<Rollup> all, Database database, RollupRepository marks) {
        this.all = all;
        this.database = database;
        this.marks = marks;
    }

    List<Rollup> all() {
        return all;
    }

    Optional<Rollup> find(String name) {
        return all.stream().filter(rollup -> rollup.name().equals(name)).findFirst();
    }

    /// One transaction: takes up to so many marks and computes their days. Answers how many marks it took; zero, too, while
    /// another instance is at this rollup.
    Uni<Integer> recompute(Rollup rollup, int limit) {
        return database.asService(tx -> marks.lock(tx, rollup.name())
                .chain(ours -> ours ? marks.takeMarks(tx, rollup.name(), limit) : Uni.createFrom().item(List.<Mark>of()))
                .call(taken -> write(tx, rollup, taken))
                .map(taken -> taken.stream().mapToInt(Mark::marks).sum()));
    }

    // A statement of its own, after the marks are taken: it sees every fact whose mark was there to take.
    private static Uni<Void> write(Tx tx, Rollup rollup, List<Mark> taken) {
        var days = taken.stream().filter(mark -> !mark.isEveryDay()).map(Mark::day).toList();
        var written = days.isEmpty() ? Uni.createFrom().item(0) : rollup.recompute(tx, days);
        return written.chain(() -> Multi.createFrom().iterable(taken).filter(Mark::isEveryDay)
                .onItem().transformToUniAndConcatenate(mark -> rollup.markRange(tx, DayRange.everyDayOf(mark.day().pack(), mark.day().tenant())))
                .collect().last().replaceWithVoid());
    }
}
