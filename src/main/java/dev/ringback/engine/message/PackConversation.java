package dev.ringback.engine.message;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.sql.Tx;

/// A pack's side of its conversations: what the engine asks it and tells it. All in the engine's transaction, so that the
/// pack's rows and the message agree at any crash.
public interface PackConversation {

    /// As in [Subject#pack].
    String pack();

    /// Which of the subjects must not be written to, and why, machine-readable.
    Uni<Map<Subject, String>> refusals(Tx tx, Collection<Subject> subjects);

    /// By which clocks and in which hours the subjects may be written to; those that are missing by their number alone.
    default Uni<Map<Subject, Terms>> terms(Tx tx, Collection<Subject> subjects) {
        return Uni.createFrom().item(Map.of());
    }

    /// What became of messages to the pack's subjects: each status of each message once, in whatever order it becomes known.
    /// Rows that the pack writes here are projections: planning triggers leave them alone.
    Uni<Void> moved(Tx tx, List<Move> moves);

    /// The subject answered.
    Uni<Void> replied(Tx tx, Subject subject, Reply reply);
}
