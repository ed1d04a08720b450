package dev.ringback.engine.progress;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.message.PackConversations;
import dev.ringback.engine.message.Subject;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;

/// Takes back what a pack had planned and doesn't want any more. A message that is just being submitted cannot be called back, but is not
/// submitted again.
@ApplicationScoped
public class WithdrawMessages {

    private final ProgressRepository progress;
    private final PackConversations packs;
    private final Clock clock;

    WithdrawMessages(ProgressRepository progress, PackConversations packs, Clock clock) {
        this.progress = progress;
        this.packs = packs;
        this.clock = clock;
    }

    /// @param subjects of one pack and kind
    /// @param step     null for every step
    /// @param reason   machine-readable
    public Uni<Void> withdraw(Tx tx, List<Subject> subjects, String step, String reason) {
        return subjects.isEmpty() ? Uni.createFrom().voidItem()
                : progress.withdraw(tx, subjects, step, reason, clock.instant()).chain(moves -> packs.moved(tx, moves));
    }
}
