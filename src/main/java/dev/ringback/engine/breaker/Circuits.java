package dev.ringback.engine.breaker;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.breaker.Fuses.Change;
import dev.ringback.engine.time.Clock;

/// Which providers are down.
@ApplicationScoped
public class Circuits {

    private static final Logger LOG = Logger.getLogger(Circuits.class);

    private final Fuses fuses;
    private final BreakerConfig config;
    private final Clock clock;

    Circuits(Fuses fuses, BreakerConfig config, Clock clock) {
        this.fuses = fuses;
        this.config = config;
        this.clock = clock;
    }

    public Uni<Map<Circuit, Standing>> look(Collection<Circuit> circuits) {
        var now = clock.instant();
        return Multi.createFrom().iterable(Set.copyOf(circuits))
                .onItem().transformToUniAndMerge(circuit -> fuses.read(circuit).map(fuse -> Map.entry(circuit, FusePolicy.decide(fuse, now))))
                .collect().asMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /// What messages that are about to leave may do.
    ///
    /// @param tried one of them may try it, and nobody else does
    /// @param shut  none of them may
    public record Trial(Set<Circuit> tried, Set<Circuit> shut) {

        public boolean isDown(Circuit circuit) {
            return tried.contains(circuit) || shut.contains(circuit);
        }
    }

    /// Of circuits that were just looked at.
    public Uni<Trial> probe(Collection<Circuit> circuits) {
        var now = clock.instant();
        return Multi.createFrom().iterable(circuits.stream().filter(circuit -> fuses.lastKnown(circuit).trips() > 0).toList())
                .onItem().transformToUniAndConcatenate(circuit -> fuses.change(circuit, fuse -> probed(fuse, now))
                        .map(change -> Map.entry(circuit, change.changed())))
                .collect().asList()
                .map(answers -> new Trial(those(answers, true), those(answers, false)));
    }

    private static Set<Circuit> those(List<Map.Entry<Circuit, Boolean>> answers, boolean tried) {
        return answers.stream().filter(answer -> answer.getValue() == tried).map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private Fuse probed(Fuse fuse, Instant now) {
        return FusePolicy.decide(fuse, now) instanceof Standing.HalfOpen ? FusePolicy.probed(fuse, now, config) : fuse;
    }

    /// The messages that should have tried these did not leave.
    public Uni<Void> release(Collection<Circuit> circuits) {
        return Multi.createFrom().iterable(circuits)
                .onItem().transformToUniAndConcatenate(circuit -> fuses.change(circuit, FusePolicy::released))
                .collect().asList().replaceWithVoid();
    }

    /// Whatever it said, it is there. Of one that was never in doubt nothing is written.
    public Uni<Void> answered(Circuit circuit) {
        return fuses.lastKnown(circuit).isWhole() ? Uni.createFrom().voidItem()
                : fuses.change(circuit, _ -> Fuse.WHOLE).invoke(change -> note(circuit, change)).replaceWithVoid();
    }

    /// Answers until when it is left alone from now on; now where it isn't.
    ///
    /// @param askedFor when the provider wants to be asked again; the epoch where it said nothing
    public Uni<Instant> failed(Circuit circuit, Instant askedFor) {
        var now = clock.instant();
        return fuses.change(circuit, fuse -> FusePolicy.failed(fuse, askedFor, now, config)).invoke(change -> note(circuit, change))
                .map(change -> change.fuse().openUntil().isAfter(now) ? change.fuse().openUntil() : now);
    }

    private static void note(Circuit circuit, Change change) {
        if (change.changed() && change.fuse().trips() > 0) {
            LOG.warnf("breaker open circuit=%s until=%s trips=%d", circuit.name(), change.fuse().openUntil(), change.fuse().trips());
        } else if (change.changed() && change.fuse().isWhole()) {
            LOG.infof("breaker closed circuit=%s", circuit.name());
        }
    }
}
