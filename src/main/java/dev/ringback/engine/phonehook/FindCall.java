package dev.ringback.engine.phonehook;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.inbox.InboxItem;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;
import dev.ringback.engine.work.NotYet;

/// Which of our calls an event is about. It may outrun the commit that knows of it: then it waits, an hour at most.
@ApplicationScoped
class FindCall {

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(10);

    private final CallRepository calls;
    private final Clock clock;

    FindCall(CallRepository calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /// Empty for a call that is none of ours.
    Uni<Optional<Call>> find(Tx tx, InboxItem item, Optional<UUID> message, String callId) {
        return calls.find(tx, message.orElse(null), callId).invoke(found -> {
            var waited = Duration.between(item.receivedAt(), clock.instant());
            if (found.isEmpty() && waited.compareTo(LONGEST) < 0) {
                throw new NotYet(clock.instant().plus(waited.compareTo(SHORTEST_PAUSE) > 0 ? waited : SHORTEST_PAUSE), "unknown call");
            }
        });
    }

    /// Without waiting.
    Uni<Optional<Call>> now(Tx tx, UUID message) {
        return calls.find(tx, message, null);
    }
}
