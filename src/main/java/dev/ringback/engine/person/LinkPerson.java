package dev.ringback.engine.person;

import java.util.LinkedHashSet;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.consent.Address;
import dev.ringback.engine.consent.Tenancy;
import dev.ringback.engine.http.Problem;
import dev.ringback.engine.security.Caller;
import dev.ringback.engine.sql.Database;

/// Somebody knows that two addresses are one person's.
@ApplicationScoped
class LinkPerson {

    private final Database database;
    private final Persons persons;
    private final PersonRepository addresses;

    LinkPerson(Database database, Persons persons, PersonRepository addresses) {
        this.database = database;
        this.persons = persons;
        this.addresses = addresses;
    }

    Uni<Linked> link(Caller caller, Link link) {
        var tenancy = Tenancy.of(caller, link.pack(), link.tenant());
        var known = new Known(tenancy.pack(), tenancy.tenant(), parsed(link.addresses()), null, null, caller.id());
        return database.asService(tx -> persons.link(tx, known)
                .chain(person -> addresses.listAddresses(tx, person).map(all -> new Linked(person, all))));
    }

    private static List<Address> parsed(List<String> texts) {
        return List.copyOf(new LinkedHashSet<>(texts.stream().map(LinkPerson::parsed).toList()));
    }

    private static Address parsed(String text) {
        return Address.parse(text)
                .orElseThrow(() -> Problem.invalid("addresses", "has something that is neither e-mail address nor telephone number"));
    }
}
