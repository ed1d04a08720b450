package dev.ringback.engine.person;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.consent.Consent;
import dev.ringback.engine.person.PersonRepository.AddressOf;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;

/// Who is who: keeps the addresses of one person together, and his no with them.
@ApplicationScoped
public class Persons {

    private final PersonRepository persons;
    private final Consent consent;
    private final Clock clock;

    Persons(PersonRepository persons, Consent consent, Clock clock) {
        this.persons = persons;
        this.consent = consent;
        this.clock = clock;
    }

    /// Answers the person. Costs one statement where all of it was known.
    public Uni<UUID> link(Tx tx, Known known) {
        return persons.findKnown(tx, known).chain(found -> isWhole(found, known)
                ? Uni.createFrom().item(found.getFirst().person())
                : consent.lock(tx, known.pack(), known.tenant()).chain(() -> persons.findKnown(tx, known))
                        .chain(now -> join(tx, known, people(now))));
    }

    private Uni<UUID> join(Tx tx, Known known, List<UUID> people) {
        return switch (people.size()) {
            case 0 -> persons.create(tx, known, clock.instant()).chain(person -> keep(tx, known, person));
            case 1 -> keep(tx, known, people.getFirst());
            default -> merge(tx, people).chain(person -> keep(tx, known, person));
        };
    }

    private Uni<UUID> merge(Tx tx, List<UUID> people) {
        var others = people.subList(1, people.size());
        return persons.moveAddresses(tx, people.getFirst(), others)
                .chain(() -> persons.deletePersons(tx, others))
                .replaceWith(people.getFirst());
    }

    private Uni<UUID> keep(Tx tx, Known known, UUID person) {
        return persons.keepAddresses(tx, known, person, clock.instant())
                .chain(() -> persons.listAddresses(tx, person))
                .chain(addresses -> consent.spread(tx, known.pack(), known.tenant(), addresses))
                .replaceWith(person);
    }

    private static boolean isWhole(List<AddressOf> found, Known known) {
        return people(found).size() == 1 && new HashSet<>(found.stream().map(AddressOf::address).toList()).containsAll(known.values());
    }

    private static List<UUID> people(List<AddressOf> found) {
        return found.stream().map(AddressOf::person).distinct().sorted().toList();
    }
}
