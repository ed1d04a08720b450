package dev.ringback.engine.donotcall;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.consent.AddressHash;
import dev.ringback.engine.consent.AddressHash.Hashed;
import dev.ringback.engine.consent.PhoneNumber;
import dev.ringback.engine.http.Problem;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;

/// Takes in a do-not-call list, part by part.
@ApplicationScoped
class ImportList {

    private final Database database;
    private final DoNotCallRepository lists;
    private final AddressHash hash;
    private final Clock clock;

    ImportList(Database database, DoNotCallRepository lists, AddressHash hash, Clock clock) {
        this.database = database;
        this.lists = lists;
        this.hash = hash;
        this.clock = clock;
    }

    Uni<ImportedPart> take(ListPart part) {
        if (part.asOf().isAfter(clock.instant().atZone(ZoneOffset.UTC).toLocalDate().plusDays(1))) {
            throw Problem.invalid("as_of", "must not be in the future");
        }
        var numbers = part.numbers().stream().map(text -> parse(part, text)).toList();
        var refused = IntStream.range(0, numbers.size()).filter(at -> numbers.get(at).isEmpty()).mapToObj(at -> at + 1).toList();
        var hashes = numbers.stream().flatMap(Optional::stream).map(number -> hash.of(number.value())).toList();
        return database.asService(tx -> keep(tx, part, hashes)).replaceWith(new ImportedPart(hashes.size(), refused, part.complete()));
    }

    private Uni<Integer> keep(Tx tx, ListPart part, List<Hashed> hashes) {
        return lists.openList(tx, part, clock.instant())
                .map(list -> list.orElseThrow(() -> Problem.conflict("LIST_COMPLETE", "This state of the list is complete already")))
                .call(list -> hashes.isEmpty() ? Uni.createFrom().item(0) : lists.keepNumbers(tx, list, hashes))
                .chain(list -> part.complete() ? lists.complete(tx, list, part, clock.instant()) : Uni.createFrom().item(0));
    }

    private static Optional<PhoneNumber> parse(ListPart part, String text) {
        return text == null ? Optional.empty() : PhoneNumber.parse(text, part.region() == null ? "ZZ" : part.region());
    }
}
