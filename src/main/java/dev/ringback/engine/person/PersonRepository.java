package dev.ringback.engine.person;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;

import dev.ringback.engine.consent.AddressHash;
import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class PersonRepository {

    private final Statements sql = Statements.of(PersonRepository.class);
    private final AddressHash hash;

    PersonRepository(AddressHash hash) {
        this.hash = hash;
    }

    record AddressOf(UUID person, String address) {}

    /// @param subjectId of the row that brought it; null for a hand
    record Held(AddressOf of, String subjectId) {}

    Uni<List<AddressOf>> findKnown(Tx tx, Known known) {
        return tx.list(subject(tenant("find_known", known), known).bindAll("addresses", known.values(), String[]::new),
                row -> new AddressOf(row.getUUID("person_id"), row.getString("address")));
    }

    /// @param all of one tenant and kind of subject
    Uni<List<Held>> findAllKnown(Tx tx, List<Known> all) {
        return tx.list(tenant("find_all_known", all.getFirst())
                .bind("subject_kind", all.getFirst().subjectKind())
                .bindAll("subject_ids", all.stream().map(Known::subjectId).toList(), String[]::new)
                .bindAll("addresses", all.stream().map(Known::values).flatMap(List::stream).toList(), String[]::new),
                row -> new Held(new AddressOf(row.getUUID("person_id"), row.getString("address")), row.getString("subject_id")));
    }

    /// Each has one address.
    Uni<Integer> createAll(Tx tx, List<Known> all, Instant now) {
        if (all.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        var hashes = all.stream().map(known -> hash.of(known.values().getFirst())).toList();
        return tx.run(tenant("create_all", all.getFirst())
                .bind("subject_kind", all.getFirst().subjectKind())
                .bind("linked_by", all.getFirst().linkedBy())
                .bindAll("persons", all.stream().map(_ -> UUID.randomUUID()).toList(), UUID[]::new)
                .bindAll("kinds", all.stream().map(known -> known.addresses().getFirst().kind().word()).toList(), String[]::new)
                .bindAll("addresses", all.stream().map(known -> known.values().getFirst()).toList(), String[]::new)
                .bindAll("hashes", hashes.stream().map(AddressHash.Hashed::value).toList(), Buffer[]::new)
                .bind("key_id", hashes.getFirst().keyId())
                .bindAll("subject_ids", all.stream().map(Known::subjectId).toList(), String[]::new)
                .bind("now", now));
    }

    Uni<UUID> create(Tx tx, Known known, Instant now) {
        return tx.one(tenant("create", known).bind("now", now), row -> row.getUUID("id"));
    }

    Uni<Integer> keepAddresses(Tx tx, Known known, UUID person, Instant now) {
        var hashes = known.values().stream().map(hash::of).toList();
        return tx.run(subject(tenant("keep_addresses", known), known)
                .bind("person", person)
                .bindAll("kinds", known.addresses().stream().map(address -> address.kind().word()).toList(), String[]::new)
                .bindAll("addresses", known.values(), String[]::new)
                .bindAll("hashes", hashes.stream().map(AddressHash.Hashed::value).toList(), Buffer[]::new)
                .bind("key_id", hashes.getFirst().keyId())
                .bind("linked_by", known.linkedBy())
                .bind("now", now));
    }

    Uni<Integer> moveAddresses(Tx tx, UUID person, List<UUID> others) {
        return tx.run(query("move_addresses").bind("person", person).bindAll("others", others, UUID[]::new));
    }

    Uni<Integer> deletePersons(Tx tx, List<UUID> others) {
        return tx.run(query("delete_persons").bindAll("others", others, UUID[]::new));
    }

    Uni<List<String>> listAddresses(Tx tx, UUID person) {
        return tx.list(query("list_addresses").bind("person", person), row -> row.getString("address"));
    }

    private Query query(String name) {
        return Query.of(sql.get(name));
    }

    private Query tenant(String name, Known known) {
        return query(name).bind("pack", known.pack()).bind("tenant", known.tenant());
    }

    private static Query subject(Query query, Known known) {
        return query.bind("subject_kind", known.subjectKind()).bind("subject_id", known.subjectId());
    }
}
