package dev.ringback.engine.delivery;

import java.util.Optional;
import java.util.UUID;

import dev.ringback.engine.progress.ProviderEvent;
import dev.ringback.engine.work.Outcome;

/// What came of handing one message to its provider.
///
/// @param taken  what the provider said when it took it; then there is no ending
/// @param ending how it ended otherwise
record Result(UUID id, Outcome outcome, Optional<ProviderEvent> taken, Optional<Ending> ending) {

    static Result taken(ProviderEvent event) {
        return new Result(event.message(), new Outcome.Done(), Optional.of(event), Optional.empty());
    }

    static Result ended(Ending ending, Outcome outcome) {
        return new Result(ending.id(), outcome, Optional.empty(), Optional.of(ending));
    }

    Result with(Outcome other) {
        return new Result(id, other, taken, ending);
    }
}
