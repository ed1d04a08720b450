package dev.ringback.engine.gate;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;

import dev.ringback.engine.consent.Family;
import dev.ringback.engine.facts.AddressKeys;
import dev.ringback.engine.gate.Gate.Entrant;
import dev.ringback.engine.law.ContactCap;
import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class GateRepository {

    private final Statements sql = Statements.of(GateRepository.class);

    Uni<Set<UUID>> enter(Tx tx, AddressKeys keys) {
        return tx.list(query("enter").bindAll("ids", keys.owners(), UUID[]::new).bindAll("hashes", keys.hashes(), Buffer[]::new),
                row -> row.getUUID("id")).map(Set::copyOf);
    }

    Uni<Void> takeSlots(Tx tx, List<Entrant> counted) {
        return tx.run(query("take_slots")
                .bindAll("ids", all(counted, Entrant::id), UUID[]::new)
                .bindAll("capped", capped(counted).stream().map(Capped::id).toList(), UUID[]::new)).replaceWithVoid();
    }

    private record Capped(UUID id, ContactCap cap) {}

    private static List<Capped> capped(List<Entrant> entrants) {
        return entrants.stream().flatMap(entrant -> entrant.caps().stream().map(cap -> new Capped(entrant.id(), cap))).toList();
    }

    Uni<Set<UUID>> begin(Tx tx, List<Entrant> entrants, AddressKeys keys, String project, Instant now) {
        var capped = capped(entrants);
        return tx.list(query("begin_submissions")
                .bindAll("ids", all(entrants, Entrant::id), UUID[]::new)
                .bindAll("our_addresses", all(entrants, Entrant::ourAddress), String[]::new)
                .bindAll("references", all(entrants, Entrant::reference), String[]::new)
                .bindAll("subjects", all(entrants, Entrant::subject), String[]::new)
                .bindAll("texts", all(entrants, Entrant::text), String[]::new)
                .bindAll("providers", all(entrants, Entrant::provider), String[]::new)
                .bindAll("families", all(entrants, entrant -> Family.of(entrant.message().channel()).word()), String[]::new)
                .bindAll("owners", keys.owners(), UUID[]::new)
                .bindAll("hashes", keys.hashes(), Buffer[]::new)
                .bindAll("capped", capped.stream().map(Capped::id).toList(), UUID[]::new)
                .bindAll("most", capped.stream().map(one -> one.cap().most()).toList(), Integer[]::new)
                .bindAll("seconds", capped.stream().map(one -> (double) one.cap().period().toSeconds()).toList(), Double[]::new)
                .bind("project", project)
                .bind("now", now), row -> row.getUUID("id")).map(Set::copyOf);
    }

    private Query query(String name) {
        return Query.of(sql.get(name));
    }

    private static <T> List<T> all(List<Entrant> entrants, Function<Entrant, T> member) {
        return entrants.stream().map(member).toList();
    }
}
