package dev.ringback.engine.message;

import java.util.Optional;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.sql.Tx;

/// A pack's side of its conversations: what the engine asks it and tells it. All in the engine's transaction, so that the
/// pack's rows and the message agree at any crash.
public interface PackConversation {

    /// As in [Subject#pack].
    String pack();

    /// Why the subject must not be written to, machine-readable; empty when it may.
    Uni<Optional<String>> refusal(Tx tx, Subject subject);

    /// A message to the subject left.
    Uni<Void> sent(Tx tx, Subject subject, String step);

    /// The subject answered.
    Uni<Void> replied(Tx tx, Subject subject, Reply reply);
}
