package dev.ringback.engine.unsubscribe;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.consent.Address;
import dev.ringback.engine.consent.Consent;
import dev.ringback.engine.consent.Family;
import dev.ringback.engine.consent.Origin;
import dev.ringback.engine.consent.Party;
import dev.ringback.engine.consent.Reason;
import dev.ringback.engine.consent.Refusal;
import dev.ringback.engine.consent.Scope;
import dev.ringback.engine.http.Problem;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.unsubscribe.PreferencePage.Line;

/// A recipient opens the link of a message, and perhaps says no. Opening changes nothing: mail programs and scanners open links too.
@ApplicationScoped
class Unsubscribe {

    private static final String UNNAMED = "…";

    private final Database database;
    private final UnsubscribeLinks links;
    private final UnsubscribeRepository recipients;
    private final Consent consent;

    Unsubscribe(Database database, UnsubscribeLinks links, UnsubscribeRepository recipients, Consent consent) {
        this.database = database;
        this.links = links;
        this.recipients = recipients;
        this.consent = consent;
    }

    /// What a token is good for. A forged one costs a digest and no query.
    private record Opened(UUID message, Recipient recipient) {}

    Uni<String> page(String token) {
        return database.asService(tx -> open(tx, token).chain(opened -> lines(tx, opened.recipient())
                .map(lines -> PreferencePage.choices(PageWords.of(opened.recipient().language()), opened.recipient().sender(), lines))));
    }

    Uni<String> stop(String token, byte[] form) {
        var choice = Choice.of(form).orElseThrow(() -> Problem.invalid("stop", "must name what shall stop"));
        return database.asService(tx -> open(tx, token).call(opened -> stop(tx, opened, choice)))
                .map(opened -> PreferencePage.done(PageWords.of(opened.recipient().language())));
    }

    private Uni<Opened> open(Tx tx, String token) {
        var message = links.read(token).orElseThrow(() -> Problem.notFound("link", "of this kind"));
        return recipients.findRecipient(tx, message)
                .map(found -> new Opened(message, found.orElseThrow(() -> Problem.notFound("link", "of this kind"))));
    }

    private Uni<Void> stop(Tx tx, Opened opened, Choice choice) {
        var recipient = opened.recipient();
        return switch (choice) {
            case Choice.Everything() -> consent.refuse(tx, Refusal.optOut(recipient.party(), recipient.channel(), origin(opened)));
            // The page shows an erased person no addresses of his: the one that is left of him by its hash takes what he chose.
            case Choice.Only(var families) when recipient.party().address() == null -> stop(tx, opened, families);
            case Choice.Only(var families) -> addresses(tx, recipient.party()).chain(all -> Multi.createFrom().iterable(families)
                    .onItem().transformToUniAndConcatenate(family -> stop(tx, opened, family, all).replaceWith(family))
                    .collect().asList().replaceWithVoid());
        };
    }

    private Uni<Void> stop(Tx tx, Opened opened, Iterable<Family> families) {
        return Multi.createFrom().iterable(families)
                .onItem().transformToUniAndConcatenate(family -> refuse(tx, opened, family, opened.recipient().party()).replaceWith(family))
                .collect().asList().replaceWithVoid();
    }

    private Uni<Void> stop(Tx tx, Opened opened, Family family, List<Address> addresses) {
        return Multi.createFrom().iterable(addresses).filter(address -> reaches(address, family))
                .onItem().transformToUniAndConcatenate(address -> refuse(tx, opened, family, party(opened.recipient(), address)).replaceWith(address))
                .collect().asList().replaceWithVoid();
    }

    // Chosen by the person himself: so much and no more, whatever the tenant's setting.
    private Uni<Void> refuse(Tx tx, Opened opened, Family family, Party party) {
        return consent.refuse(tx, new Refusal(party, family, Scope.TENANT, Reason.OPTED_OUT, origin(opened), false));
    }

    private Uni<List<Line>> lines(Tx tx, Recipient recipient) {
        if (recipient.party().address() == null) {
            return line(tx, recipient.party(), UNNAMED, Family.of(recipient.channel())).map(List::of);
        }
        return addresses(tx, recipient.party()).chain(all -> Multi.createFrom().iterable(all)
                .onItem().transformToMultiAndConcatenate(address -> Multi.createFrom().items(Family.values())
                        .filter(family -> reaches(address, family))
                        .onItem().transformToUniAndConcatenate(family -> line(tx, party(recipient, address), address.masked(), family)))
                .collect().asList());
    }

    private Uni<Line> line(Tx tx, Party party, String masked, Family family) {
        return consent.standing(tx, party, family).map(reason -> new Line(family.word(), masked, reason.isPresent()));
    }

    private Uni<List<Address>> addresses(Tx tx, Party party) {
        return recipients.listAddresses(tx, party)
                .map(known -> known.isEmpty() ? Optional.ofNullable(party.address()).flatMap(Address::parse).stream().toList() : known);
    }

    private static Party party(Recipient recipient, Address address) {
        return new Party(recipient.party().pack(), recipient.party().tenant(), address.value());
    }

    private static boolean reaches(Address address, Family family) {
        return switch (family) {
            case ALL -> false;
            case EMAIL -> address.kind() == Address.Kind.EMAIL;
            case PHONE, WHATSAPP -> address.kind() == Address.Kind.PHONE;
        };
    }

    private static Origin origin(Opened opened) {
        return Origin.of("one_click", Map.of("message", opened.message().toString()));
    }
}
