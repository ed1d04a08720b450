package dev.ringback.growth.insight;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.rollup.DayRange;
import dev.ringback.engine.rollup.Rollup;
import dev.ringback.engine.rollup.TenantDay;
import dev.ringback.engine.sql.Tx;
import dev.ringback.growth.finding.Figures;
import dev.ringback.growth.finding.Findings;
import dev.ringback.growth.insight.InsightRepository.ClientDay;
import dev.ringback.growth.insight.InsightRepository.Found;

/// Computes what the clients' leads teach, whole days at a time.
@ApplicationScoped
class Insights implements Rollup {

    static final String NAME = "growth.growth_brain";

    private final InsightRepository insights;
    private final InsightConfig config;

    Insights(InsightRepository insights, InsightConfig config) {
        this.insights = insights;
        this.config = config;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Uni<List<String>> recompute(Tx tx, List<TenantDay> days) {
        return insights.listDays(tx, days).map(this::parts)
                .chain(parts -> Multi.createFrom().iterable(parts)
                        .onItem().transformToUniAndConcatenate(some -> compute(tx, some))
                        .onItem().transformToIterable(changed -> changed).collect().asList());
    }

    // Never two clients' days: one with many leads would take another's days past the limit of a statement with its own.
    private List<List<ClientDay>> parts(List<ClientDay> days) {
        return days.stream().collect(Collectors.groupingBy(ClientDay::client, LinkedHashMap::new, Collectors.toList())).values().stream()
                .flatMap(ofOne -> ofOne.stream().gather(Gatherers.windowFixed(config.daysTogether()))).toList();
    }

    @Override
    public Uni<Integer> markRange(Tx tx, DayRange range) {
        return insights.markRange(tx, range);
    }

    private Uni<List<String>> compute(Tx tx, List<ClientDay> days) {
        return insights.readFigures(tx, days).map(all -> all.stream().flatMap(Insights::found).toList())
                .chain(found -> insights.writeInsights(tx, days, found));
    }

    private static Stream<Found> found(Figures figures) {
        return Findings.of(figures).stream().map(finding -> new Found(figures, finding));
    }
}
