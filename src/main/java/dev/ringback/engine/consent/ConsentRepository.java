package dev.ringback.engine.consent;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;

import dev.ringback.engine.consent.AddressHash.Hashed;
import dev.ringback.engine.consent.Consent.Entry;
import dev.ringback.engine.consent.Consent.Reach;
import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class ConsentRepository {

    private final Statements sql = Statements.of(ConsentRepository.class);

    Uni<Integer> lock(Tx tx, String pack, String tenant) {
        return tx.run(query("lock_tenant").bind("pack", pack).bind("tenant", tenant));
    }

    Uni<Reach> findReach(Tx tx, Party party, List<Hashed> hashes) {
        return tx.one(hashes(party(query("find_reach"), party), hashes),
                row -> new Reach(row.getBoolean("revoke_all"), List.of(row.getArrayOfStrings("others"))));
    }

    Uni<Integer> record(Tx tx, Entry entry, Hashed hash, String event, Instant now) {
        return tx.run(entry(query("record_event"), entry)
                .bind("hash", hash.value())
                .bind("key_id", hash.keyId())
                .bind("event", event)
                .bind("source", entry.origin().source())
                .bind("evidence", entry.origin().evidence())
                .bind("text_version", entry.origin().textVersion())
                .bind("now", now));
    }

    /// @param hashes one of each address, the first one that of the address whose no it is
    /// @param until  null for good
    Uni<Integer> suppress(Tx tx, Entry entry, List<Hashed> hashes, Reason reason, Instant now, Instant until) {
        return tx.run(hashes(entry(query("suppress"), entry), hashes)
                .bindAll("key_ids", hashes.stream().map(Hashed::keyId).toList(), String[]::new)
                .bind("origin", hashes.getFirst().value())
                .bind("reason", reason)
                .bind("source", entry.origin().source())
                .bind("until", until)
                .bind("now", now));
    }

    /// @param known   the addresses' hashes by every live key
    /// @param targets their hashes by the newest
    Uni<Integer> spread(Tx tx, Party party, List<Hashed> known, List<Hashed> targets, Instant now) {
        return tx.run(hashes(party(query("spread"), party), known)
                .bindAll("targets", values(targets), Buffer[]::new)
                .bind("key_id", targets.getFirst().keyId())
                .bind("now", now));
    }

    /// @param family null for any
    /// @param source null for any
    Uni<Integer> lift(Tx tx, Party party, List<Hashed> origins, Family family, String source, Instant now) {
        return tx.run(hashes(party(query("lift"), party), origins)
                .bind("family", family)
                .bind("source", source)
                .bind("now", now));
    }

    Uni<Boolean> holds(Tx tx, Party party, List<Hashed> origins, String source, Instant now) {
        return tx.one(hashes(party(query("find_holding"), party), origins).bind("source", source).bind("now", now), row -> row.getBoolean("holds"));
    }

    Uni<Optional<String>> findSuppression(Tx tx, Party party, List<Hashed> hashes, Family family, Instant now) {
        return tx.one(hashes(party(query("find_suppression"), party), hashes).bind("family", family).bind("now", now),
                row -> Optional.ofNullable(row.getString("reason")));
    }

    /// @param hashes by address, of one tenant
    Uni<Map<String, String>> findSuppressions(Tx tx, Party tenant, Map<String, List<Hashed>> hashes, Family family, Instant now) {
        var pairs = hashes.entrySet().stream().flatMap(all -> all.getValue().stream().map(hashed -> Map.entry(all.getKey(), hashed))).toList();
        return tx.list(hashes(party(query("find_suppressions"), tenant), pairs.stream().map(Map.Entry::getValue).toList())
                .bindAll("addresses", pairs.stream().map(Map.Entry::getKey).toList(), String[]::new)
                .bind("family", family).bind("now", now), row -> Map.entry(row.getString("address"), row.getString("reason")))
                .map(found -> found.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    Uni<Optional<String>> findConsent(Tx tx, Party party, List<Hashed> hashes, Family family) {
        return tx.first(hashes(party(query("find_consent"), party), hashes).bind("family", family), row -> row.getString("event"));
    }

    /// @param hashes by every live key, the newest first
    Uni<Integer> rehash(Tx tx, List<Hashed> hashes, Instant now) {
        return tx.run(query("rehash")
                .bind("hash", hashes.getFirst().value())
                .bind("key_id", hashes.getFirst().keyId())
                .bindAll("older", values(hashes.subList(1, hashes.size())), Buffer[]::new)
                .bind("now", now));
    }

    private Query query(String name) {
        return Query.of(sql.get(name));
    }

    private static Query entry(Query query, Entry entry) {
        var party = entry.scope().isGlobal() ? new Party("*", "*", null) : entry.party();
        return party(query, party).bind("scope", entry.scope().word()).bind("family", entry.family());
    }

    private static Query party(Query query, Party party) {
        return query.bind("pack", party.pack()).bind("tenant", party.tenant());
    }

    private static Query hashes(Query query, List<Hashed> hashes) {
        return query.bindAll("hashes", values(hashes), Buffer[]::new);
    }

    private static Collection<byte[]> values(List<Hashed> hashes) {
        return hashes.stream().map(Hashed::value).toList();
    }
}
