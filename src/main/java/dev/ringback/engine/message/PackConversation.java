package dev.ringback.engine.message;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.CallReport;
import dev.ringback.engine.channel.Incoming;
import dev.ringback.engine.sql.Tx;

/// A pack's side of its conversations: what the engine asks it and tells it. All in the engine's transaction, so that the
/// pack's rows and the message agree at any crash.
public interface PackConversation {

    /// As in [Subject#pack].
    String pack();

    /// Whether its conversations are those with this subject: a pack may have several sides, each for other kinds of subjects.
    default boolean speaksWith(Subject subject) {
        return subject.pack().equals(pack());
    }

    /// Which of the subjects must not be written to, and why, machine-readable.
    Uni<Map<Subject, String>> refusals(Tx tx, Collection<Subject> subjects);

    /// By which clocks and in which hours the subjects may be written to; those that are missing by their number alone.
    default Uni<Map<Subject, Terms>> terms(Tx tx, Collection<Subject> subjects) {
        return Uni.createFrom().item(Map.of());
    }

    /// What became of messages to the pack's subjects: each status of each message once, in whatever order it becomes known.
    /// Rows that the pack writes here are projections: planning triggers leave them alone.
    Uni<Void> moved(Tx tx, List<Move> moves);

    /// Whose conversation an arrival belongs to that says of no message of ours that it answers it: for a pack that owns the number
    /// it came to, and knows or makes the subject, also of a person who is new. Empty leaves it to the last message between the two
    /// addresses. Asked again with the same arrival, it must answer the same subject.
    default Uni<Optional<Subject>> adopt(Tx tx, Incoming incoming) {
        return Uni.createFrom().item(Optional.empty());
    }

    /// The subject answered, or wrote first where [#adopt] said so.
    Uni<Void> replied(Tx tx, Subject subject, Reply reply);

    /// A machine answered for the subject: an absence, a receipt. Nothing stops for it. May be told twice.
    ///
    /// @param answered our message
    default Uni<Void> answeredByMachine(Tx tx, Subject subject, UUID answered, Incoming incoming) {
        return Uni.createFrom().voidItem();
    }

    /// Something became known of a call to the subject. Each report comes once.
    default Uni<Void> called(Tx tx, Subject subject, CallReport report) {
        return Uni.createFrom().voidItem();
    }
}
