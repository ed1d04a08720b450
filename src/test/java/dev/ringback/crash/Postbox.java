package dev.ringback.crash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import dev.ringback.crash.KillPoint.Moment;

/// The provider's memory, which outlives every process: what it took, and under which idempotency keys.
final class Postbox {

    private static final int TAKES = 200;

    private final Witness witness;
    private final Behaviour behaviour;
    // Guarded by this.
    private final List<Mail> taken = new ArrayList<>();
    private final Map<String, Mail> byKey = new HashMap<>();

    /// @param key       empty where the sender gave none: then each submission is another message
    /// @param reference the sender's own name for it, which the provider doesn't look at; empty where it gave none
    record Submitted(String channel, String to, String key, String reference) {}

    /// @param id the provider's
    record Mail(Submitted message, String id) {}

    /// What the provider says to a message.
    sealed interface Answer {

        record Taken(Mail mail) implements Answer {}

        /// @param status of HTTP
        record Refused(int status) implements Answer {}

        /// Nothing: the process was killed.
        record Silence() implements Answer {}
    }

    /// How the provider behaves this time.
    interface Behaviour {

        /// The HTTP status by which it refuses the message; 200 where it takes it.
        int status(App app, Submitted message);

        /// Called when it has decided and is about to answer.
        void beforeAnswering(App app, Submitted message);
    }

    Postbox(Witness witness, Behaviour behaviour) {
        this.witness = witness;
        this.behaviour = behaviour;
    }

    Answer take(App app, Submitted message) {
        int status = behaviour.status(app, message);
        if (status != TAKES) {
            behaviour.beforeAnswering(app, message);
            return new Answer.Refused(status);
        }
        if (reached(app, message, Moment.BEFORE_IT_REMEMBERS)) {
            return new Answer.Silence();
        }
        var mail = remember(message);
        if (reached(app, message, Moment.AFTER_IT_REMEMBERED)) {
            return new Answer.Silence();
        }
        behaviour.beforeAnswering(app, message);
        return new Answer.Taken(mail);
    }

    /// The answer is on its way to the process.
    void answered(App app, Mail mail) {
        reached(app, mail.message(), Moment.AFTER_IT_ANSWERED);
    }

    synchronized List<Mail> taken() {
        return List.copyOf(taken);
    }

    /// How many have got mail.
    synchronized long people() {
        return taken.stream().map(mail -> mail.message().to()).filter(to -> to.contains("@")).distinct().count();
    }

    private boolean reached(App app, Submitted message, Moment moment) {
        return witness.reached(app, Set.of(new KillPoint(message.channel(), moment)));
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
