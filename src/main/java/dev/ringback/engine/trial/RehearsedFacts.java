package dev.ringback.engine.trial;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.facts.SendFactsReader;
import dev.ringback.engine.facts.SendFactsReader.Known;
import dev.ringback.engine.hours.SendHours;
import dev.ringback.engine.message.Decision;
import dev.ringback.engine.message.SendMessage;
import dev.ringback.engine.message.Terms;
import dev.ringback.engine.policy.SendFacts;
import dev.ringback.engine.policy.SendFacts.Standing;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.sql.Tx;

/// Plans a message, asks what is known of it, and takes everything back.
@ApplicationScoped
class RehearsedFacts {

    private final Database database;
    private final SendMessage sendMessage;
    private final SendFactsReader reader;
    private final SendHours hours;

    RehearsedFacts(Database database, SendMessage sendMessage, SendFactsReader reader, SendHours hours) {
        this.database = database;
        this.sendMessage = sendMessage;
        this.reader = reader;
        this.hours = hours;
    }

    Uni<Known> of(Plan plan) {
        var message = plan.message(UUID.randomUUID());
        return database.undone(tx -> sendMessage.withhold(tx, message, Decision.PLANNED)
                .chain(() -> reader.read(tx, List.of(message.id())))
                .chain(known -> placed(tx, plan, known.getFirst())));
    }

    private Uni<Known> placed(Tx tx, Plan plan, Known known) {
        var message = known.message();
        var facts = plan.hasSubject() ? known.facts() : unasked(known.facts());
        if (!plan.hasPlace()) {
            return Uni.createFrom().item(known.with(facts));
        }
        var terms = new Terms(plan.whereabouts(), facts.hours().house());
        return hours.read(tx, List.of(message.recipient()), Map.of(message.subject(), terms))
                .map(times -> known.with(facts.with(times.get(message.id()).hours())));
    }

    // A pack that wasn't told whom it is about has nothing against him.
    private static SendFacts unasked(SendFacts facts) {
        var standing = facts.standing();
        return facts.with(new Standing(Optional.empty(), standing.suppression(), standing.missingConsent(), standing.doNotCall()));
    }
}
