package dev.ringback.engine.trial;

import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

import dev.ringback.engine.trial.NextOpenings.NextOpening;
import dev.ringback.engine.window.Slot;
import dev.ringback.engine.window.Windows;

/// Asks windows and classifier about made-up cases.
@ApplicationScoped
class TryRules {

    Uni<NextOpenings> openings(WindowCases asked) {
        return aside(() -> new NextOpenings(asked.cases().stream().map(TryRules::opening).toList()));
    }

    Uni<ReadTexts> readings(TextCases asked) {
        return aside(() -> new ReadTexts(asked.cases().stream().map(TextReading::of).toList()));
    }

    // A thousand hard cases take a second of reckoning, which others shall not wait for.
    private static <T> Uni<T> aside(Supplier<T> reckoning) {
        return Uni.createFrom().item(reckoning).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private static NextOpening opening(WindowCases.Case asked) {
        return Windows.next(asked.instant(), asked.schedules(), Windows.MIN_SLACK).map(Slot::from).map(NextOpening::at)
                .orElseGet(NextOpening::never);
    }
}
