package dev.ringback.engine.person;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.consent.Consent;
import dev.ringback.engine.person.PersonRepository.AddressOf;
import dev.ringback.engine.person.PersonRepository.Held;
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

    /// The same for many of one tenant. Costs one statement where all of it was known, and few where nothing was.
    public Uni<Void> linkAll(Tx tx, List<Known> all) {
        return all.isEmpty() ? Uni.createFrom().voidItem()
                : persons.findAllKnown(tx, all).map(found -> unknown(all, found)).chain(unknown -> linkUnknown(tx, unknown));
    }

    private static List<Known> unknown(List<Known> all, List<Held> found) {
        return all.stream().filter(known -> !isWhole(known.amongst(found), known)).toList();
    }

    private Uni<Void> linkUnknown(Tx tx, List<Known> unknown) {
        return unknown.isEmpty() ? Uni.createFrom().voidItem()
                : consent.lock(tx, unknown.getFirst().pack(), unknown.getFirst().tenant())
                        .chain(() -> persons.findAllKnown(tx, unknown))
                        .chain(found -> linkLocked(tx, byStrangeness(unknown, found)));
    }

    // A stranger has one address, which nobody else has: there is nobody to join, and no other address that a no could spread to.
    private static Map<Boolean, List<Known>> byStrangeness(List<Known> unknown, List<Held> found) {
        var uses =
                unknown.stream().map(Known::values).flatMap(List::stream).collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return unknown.stream().collect(Collectors.partitioningBy(known -> known.addresses().size() == 1 && uses.get(known.values().getFirst()) == 1
                && known.amongst(found).isEmpty()));
    }

    private Uni<Void> linkLocked(Tx tx, Map<Boolean, List<Known>> byStrangeness) {
        return persons.createAll(tx, byStrangeness.get(true), clock.instant())
                .chain(() -> Multi.createFrom().iterable(byStrangeness.get(false))
                        .onItem().transformToUniAndConcatenate(known -> link(tx, known))
                        .collect().asList().replaceWithVoid());
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
