package dev.ringback.recruiting.objective;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.message.Subject;
import dev.ringback.engine.progress.WithdrawMessages;
import dev.ringback.engine.sql.Tx;
import dev.ringback.recruiting.message.Contact;

/// Writes down what became known of a candidate; when that is all, the session is complete and what was planned for it is taken back.
@ApplicationScoped
public class ResolveObjectives {

    private final ObjectiveRepository objectives;
    private final WithdrawMessages withdrawMessages;

    ResolveObjectives(ObjectiveRepository objectives, WithdrawMessages withdrawMessages) {
        this.objectives = objectives;
        this.withdrawMessages = withdrawMessages;
    }

    /// Holds the session until the transaction ends: two answers at the same moment are worked one after another.
    public Uni<Optional<SessionObjectives>> lock(Tx tx, String sessionId) {
        return objectives.lock(tx, sessionId);
    }

    /// @param values what became known, with null for what is not known any more
    /// @param source `chat`, `call` or `manual`
    /// @return what is known now; its status says whether the session is complete
    public Uni<SessionObjectives> resolve(Tx tx, SessionObjectives before, Map<String, Object> values, Source source) {
        var now = new HashMap<>(before.values());
        now.putAll(values);
        var after = new SessionObjectives(before.sessionId(), before.status(), before.zone(), now, before.objectives());
        return objectives.record(tx, before.sessionId(), values, source.name().toLowerCase(Locale.ROOT))
                .chain(() -> after.areMet() && after.isActive() ? complete(tx, after) : Uni.createFrom().item(after));
    }

    /// A candidate's message was read.
    ///
    /// @param open  what was asked for
    /// @param value what the message says about it; empty where it can't be told, which changes nothing
    public Uni<SessionObjectives> learn(Tx tx, SessionObjectives before, Optional<Objective> open, Optional<Object> value) {
        return open.isEmpty() || value.isEmpty() ? Uni.createFrom().item(before)
                : resolve(tx, before, Map.of(open.get().name(), value.get()), Source.CHAT);
    }

    /// What brought a change.
    public enum Source {
        CHAT, CALL, MANUAL
    }

    private Uni<SessionObjectives> complete(Tx tx, SessionObjectives met) {
        return objectives.complete(tx, met.sessionId())
                .call(() -> withdrawMessages.withdraw(tx, List.of(subject(met)), null, "completed"))
                .replaceWith(new SessionObjectives(met.sessionId(), "completed", met.zone(), met.values(), met.objectives()));
    }

    private static Subject subject(SessionObjectives session) {
        return Contact.subject(session.sessionId());
    }

    /// What a text says about one objective, by the candidate's calendar.
    public static Optional<Object> read(SessionObjectives session, Objective objective, String text, Instant at) {
        return AnswerPolicy.read(objective, text, LocalDate.ofInstant(at, session.zone()));
    }
}
