package dev.ringback.growth.prospect;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.consent.Address;
import dev.ringback.engine.message.Subject;
import dev.ringback.engine.person.Known;
import dev.ringback.engine.person.Persons;
import dev.ringback.engine.sql.Tx;

/// Prospects for those who write to them.
@ApplicationScoped
public class Prospects {

    /// The agency's own client, as the document names it.
    public static final String INTERNAL_CLIENT = "00000000-0000-0000-0000-000000000001";
    public static final String SUBJECT_KIND = "prospect";

    private final ProspectRepository prospects;
    private final Persons persons;

    Prospects(ProspectRepository prospects, Persons persons) {
        this.prospects = prospects;
        this.persons = persons;
    }

    /// Those that are there and that the transaction's caller may see.
    public Uni<List<Prospect>> findAll(Tx tx, List<UUID> ids) {
        return prospects.findAll(tx, ids);
    }

    /// A no that comes by mail covers the form on the page, too.
    public Uni<Void> link(Tx tx, Prospect prospect) {
        var subject = subject(prospect.id());
        var addresses = Stream.concat(Stream.ofNullable(prospect.contactEmail()).map(email -> new Address(Address.Kind.EMAIL, email)),
                Stream.ofNullable(prospect.formUrl()).map(page -> new Address(Address.Kind.PAGE, page))).toList();
        return persons.link(tx, Known.ofRow(subject.pack(), subject.tenant(), subject.kind(), subject.id(), addresses)).replaceWithVoid();
    }

    public static Subject subject(UUID prospect) {
        return new Subject("growth", INTERNAL_CLIENT, SUBJECT_KIND, prospect.toString());
    }

    /// Where it is written to on the channel; empty where it cannot be.
    ///
    /// @param wanted null for whichever there is, the form first or last
    public static Optional<Way> way(Prospect prospect, Channel wanted, Channel preferred) {
        return Stream.of(new Way(Channel.WEB_FORM, prospect.formUrl()), new Way(Channel.EMAIL, prospect.contactEmail()))
                .filter(way -> way.address() != null && (wanted == null || way.channel() == wanted))
                .sorted((one, other) -> Boolean.compare(other.channel() == preferred, one.channel() == preferred))
                .findFirst();
    }

    public record Way(Channel channel, String address) {}
}
