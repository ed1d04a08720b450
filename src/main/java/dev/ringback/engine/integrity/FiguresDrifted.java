package dev.ringback.engine.integrity;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.rollup.Rollups;
import dev.ringback.engine.sql.Tx;

/// Figures are what the facts say. Looking mends them; the row stays, since a mark was missed.
@ApplicationScoped
class FiguresDrifted implements IntegrityRule {

    private final Rollups rollups;
    private final ViolationRepository violations;

    FiguresDrifted(Rollups rollups, ViolationRepository violations) {
        this.rollups = rollups;
        this.violations = violations;
    }

    @Override
    public String name() {
        return "engine.figures_drifted";
    }

    @Override
    public boolean heals() {
        return true;
    }

    @Override
    public Uni<List<String>> find(Tx tx, Look look) {
        return Multi.createFrom().iterable(rollups.all())
                .onItem().transformToUniAndConcatenate(rollup -> rollups.findDrifted(tx, rollup, look.now(), look.limit())
                        .map(days -> days.stream().map(day -> rollup.name() + "/" + day).toList()))
                .collect().asList()
                .map(found -> found.stream().flatMap(List::stream).toList())
                .call(found -> violations.record(tx, name(), found, look.now()));
    }
}
