package dev.ringback.crash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import dev.ringback.crash.KillPoint.Moment;

/// The provider's memory, which outlives every process: what it took, and under which idempotency keys.
final class Postbox {

    private final Witness witness;
    private final Supplier<Reaction> reaction;
    // Guarded by this.
    private final List<Mail> taken = new ArrayList<>();
    private final Map<String, Mail> byKey = new HashMap<>();

    /// @param key       empty where the sender gave none: then each submission is another message
    /// @param reference the sender's own name for it, which the provider doesn't look at; empty where it gave none
    record Submitted(String channel, String to, String key, String reference) {}

    /// @param id the provider's
    record Mail(Submitted message, String id) {}

    /// How the provider behaves this time.
    interface Reaction {

        Reaction AT_ONCE = (_, _) -> {};

        /// Called when it has taken the message and is about to answer.
        void beforeAnswering(App app, Submitted message);
    }

    Postbox(Witness witness, Supplier<Reaction> reaction) {
        this.witness = witness;
        this.reaction = reaction;
    }

    /// Answers null where the process was killed before it could hear of it.
    Mail take(App app, Submitted message) {
        if (witness.reached(app, new KillPoint(message.channel(), Moment.BEFORE_IT_REMEMBERS))) {
            return null;
        }
        var mail = remember(message);
        if (witness.reached(app, new KillPoint(message.channel(), Moment.AFTER_IT_REMEMBERED))) {
            return null;
        }
        reaction.get().beforeAnswering(app, message);
        return mail;
    }

    /// The answer is on its way to the process.
    void answered(App app, Mail mail) {
        witness.reached(app, new KillPoint(mail.message().channel(), Moment.AFTER_IT_ANSWERED));
    }

    synchronized List<Mail> taken() {
        return List.copyOf(taken);
    }

    private synchronized Mail remember(Submitted message) {
        var known = byKey.get(message.key());
        if (known != null) {
            return known;
        }
        var mail = new Mail(message, UUID.randomUUID().toString());
        taken.add(mail);
        if (!message.key().isEmpty()) {
            byKey.put(message.key(), mail);
        }
        return mail;
    }
}
