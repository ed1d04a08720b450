package dev.ringback.engine.donotcall;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;

import dev.ringback.engine.consent.AddressHash.Hashed;
import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class DoNotCallRepository {

    private final Statements sql = Statements.of(DoNotCallRepository.class);

    Uni<Optional<String>> findBlock(Tx tx, List<Hashed> hashes, LocalDate oldest) {
        return tx.one(hashes("find_block", hashes).bind("oldest", oldest), row -> Optional.ofNullable(row.getString("reason")));
    }

    /// Empty where that state of the list is complete.
    Uni<Optional<Long>> openList(Tx tx, ListPart part, Instant now) {
        return tx.first(query("open_list").bind("name", part.list()).bind("as_of", part.asOf()).bind("now", now), row -> row.getLong("id"));
    }

    Uni<Integer> keepNumbers(Tx tx, long list, List<Hashed> hashes) {
        return tx.run(hashes("keep_numbers", hashes).bind("list", list).bind("key_id", hashes.getFirst().keyId()));
    }

    Uni<Integer> complete(Tx tx, long list, ListPart part, Instant now) {
        return tx.run(query("complete_list").bind("list", list).bind("now", now))
                .chain(() -> tx.run(query("delete_older").bind("name", part.list()).bind("as_of", part.asOf())));
    }

    private Query query(String name) {
        return Query.of(sql.get(name));
    }

    private Query hashes(String name, List<Hashed> hashes) {
        return query(name).bindAll("hashes", hashes.stream().map(Hashed::value).toList(), Buffer[]::new);
    }
}
