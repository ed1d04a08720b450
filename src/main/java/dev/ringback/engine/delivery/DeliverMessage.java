package dev.ringback.engine.delivery;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.message.Decision;
import dev.ringback.engine.message.SendMessage;
import dev.ringback.engine.policy.SendPolicy;
import dev.ringback.engine.policy.Verdict;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;
import dev.ringback.engine.work.Outcome;
import dev.ringback.engine.work.Work;
import dev.ringback.engine.work.WorkHandler;

/// Sends one due message, or records why not. Work kind `engine.send`.
@ApplicationScoped
class DeliverMessage implements WorkHandler {

    private final Database database;
    private final DeliveryRepository messages;
    private final SendFactsReader facts;
    private final Submission submission;
    private final MessageLedger ledger;
    private final Clock clock;

    DeliverMessage(Database database, DeliveryRepository messages, SendFactsReader facts, Submission submission, MessageLedger ledger, Clock clock) {
        this.database = database;
        this.messages = messages;
        this.facts = facts;
        this.submission = submission;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return SendMessage.KIND;
    }

    @Override
    public Uni<Outcome> handle(Work work) {
        var id = UUID.fromString((String) work.payload().get("message"));
        return database.asService(tx -> decide(tx, id)).chain(this::act);
    }

    private record Decided(Sendable message, Verdict verdict) {}

    // Empty when it has left, or was cancelled, before.
    private Uni<Optional<Decided>> decide(Tx tx, UUID id) {
        return messages.findForSending(tx, id).chain(found -> found.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : facts.read(tx, found.get()).map(known -> Optional.of(new Decided(found.get(), SendPolicy.decide(known, clock.instant())))));
    }

    private Uni<Outcome> act(Optional<Decided> decided) {
        if (decided.isEmpty()) {
            return Uni.createFrom().item(new Outcome.Cancelled("not to be sent any more"));
        }
        var message = decided.get().message();
        return switch (decided.get().verdict()) {
            case Verdict.SendNow() -> submission.submit(message);
            case Verdict.Defer defer -> record(message, Decision.waiting(defer), new Outcome.Snoozed(defer.until(), defer.rule()));
            case Verdict.Refuse refuse -> record(message, Decision.of(refuse), new Outcome.Cancelled(refuse.reason()));
        };
    }

    private Uni<Outcome> record(Sendable message, Decision decision, Outcome outcome) {
        return ledger.notSent(message.id(), decision).replaceWith(outcome);
    }
}
