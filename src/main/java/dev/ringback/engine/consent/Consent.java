package dev.ringback.engine.consent;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.consent.AddressHash.Hashed;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;

/// Yes and no: the one place through which an opt-out, a bounce or a consent goes, whoever brings it.
@ApplicationScoped
public class Consent {

    private final ConsentRepository consents;
    private final AddressHash hash;
    private final Planned planned;
    private final Clock clock;

    Consent(ConsentRepository consents, AddressHash hash, Planned planned, Clock clock) {
        this.consents = consents;
        this.hash = hash;
        this.planned = planned;
        this.clock = clock;
    }

    /// Takes a no: the ledger, the suppression of all that it covers, and what was planned. Waits for a submission to one of these
    /// addresses that has begun; none begins once this is committed.
    public Uni<Void> refuse(Tx tx, Refusal refusal) {
        var party = refusal.party();
        return lock(tx, party.pack(), party.tenant())
                .chain(() -> consents.findReach(tx, party, hash.all(party)))
                .chain(reach -> keep(tx, reach.widens(refusal)
                        ? new Kept(refusal, Family.ALL, all(party, reach.others()))
                        : new Kept(refusal, refusal.family(), all(party, List.of()))));
    }

    /// What is written down of a no.
    ///
    /// @param addresses each by every live key, the one whose no it is first
    private record Kept(Refusal refusal, Family family, List<List<Hashed>> addresses) {}

    private Uni<Void> keep(Tx tx, Kept kept) {
        var refusal = kept.refusal();
        var hashes = kept.addresses().stream().map(List::getFirst).toList();
        var everyHash = kept.addresses().stream().flatMap(List::stream).toList();
        var entry = new Entry(refusal.party(), refusal.scope(), kept.family(), refusal.origin());
        return consents.suppress(tx, entry, hashes, refusal.reason(), clock.instant(), null)
                .chain(() -> refusal.reason() == Reason.UNCLEAR ? Uni.createFrom().voidItem() : settle(tx, refusal, entry, everyHash));
    }

    // What only may be a no is no line of the ledger yet, and what was planned waits.
    private Uni<Void> settle(Tx tx, Refusal refusal, Entry entry, List<Hashed> everyHash) {
        var now = clock.instant();
        return consents.record(tx, entry, hash.all(refusal.party()).getFirst(), "revoked", now)
                .chain(() -> refusal.scope().isSequence()
                        ? Uni.createFrom().voidItem()
                        : planned.withhold(tx, new Silenced(refusal.party(), entry.scope(), entry.family(), everyHash, refusal.reason())));
    }

    /// Sends nothing to the one address until then. It is no no: no line of the ledger, and what is planned is decided about when it is due.
    public Uni<Void> pause(Tx tx, Refusal refusal, Instant until) {
        var party = refusal.party();
        var entry = new Entry(party, refusal.scope(), refusal.family(), refusal.origin());
        return lock(tx, party.pack(), party.tenant())
                .chain(() -> consents.suppress(tx, entry, List.of(hash.all(party).getFirst()), refusal.reason(), clock.instant(), until))
                .replaceWithVoid();
    }

    /// Takes a yes. Lifts nothing: an opt-out ends only by the person's own START.
    public Uni<Void> grant(Tx tx, Party party, Family family, Origin origin) {
        var entry = new Entry(party, Scope.TENANT, family, origin);
        return consents.record(tx, entry, hash.all(party).getFirst(), "granted", clock.instant())
                .replaceWithVoid();
    }

    /// START: ends what this address's own no had begun on the channel's family, or on all where it was widened; answers whether there
    /// was anything to end.
    public Uni<Boolean> restart(Tx tx, Party party, Channel channel, Origin origin) {
        return lock(tx, party.pack(), party.tenant())
                .chain(() -> grant(tx, party, Family.of(channel), origin))
                .chain(() -> consents.lift(tx, party, hash.all(party), Family.of(channel), null, clock.instant()))
                .map(lifted -> lifted > 0);
    }

    /// The same hand that wrote the no took it back: ends what came from this source alone.
    public Uni<Boolean> takeBack(Tx tx, Party party, Family family, Origin origin) {
        return lock(tx, party.pack(), party.tenant())
                .chain(() -> consents.lift(tx, party, hash.all(party), family, origin.source(), clock.instant()))
                .call(lifted -> lifted > 0 ? grant(tx, party, family, origin) : Uni.createFrom().voidItem())
                .map(lifted -> lifted > 0);
    }

    /// Waits until nobody else takes a no of the tenant's people, ends one, imports some or links addresses; until this transaction
    /// ends nobody does. So who is who stands still while a no spreads. Sends don't wait for it: the suppression's own trigger
    /// holds the gate by the addresses' buckets.
    public Uni<Void> lock(Tx tx, String pack, String tenant) {
        return consents.lock(tx, pack, tenant).replaceWithVoid();
    }

    /// These addresses are one person's: a no that holds everywhere on one of them holds on each.
    public Uni<Void> spread(Tx tx, String pack, String tenant, List<String> addresses) {
        var everyHash = addresses.stream().flatMap(address -> hash.all(address).stream()).toList();
        var party = new Party(pack, tenant, addresses.getFirst());
        return consents.spread(tx, party, everyHash, addresses.stream().map(hash::of).toList(), clock.instant()).replaceWithVoid();
    }

    /// Whether a no of this address from this source holds already.
    public Uni<Boolean> holds(Tx tx, Party party, String source) {
        return consents.holds(tx, party, hash.all(party), source, clock.instant());
    }

    /// Ends what came from this source alone, and says nothing in the ledger: it was no answer yet.
    public Uni<Void> release(Tx tx, Party party, String source) {
        return lock(tx, party.pack(), party.tenant())
                .chain(() -> consents.lift(tx, party, hash.all(party), null, source, clock.instant()))
                .replaceWithVoid();
    }

    /// Why nothing may be planned there; empty when it may. Writes after a rotation: the address is in hand, so what an older key
    /// holds moves to the newest.
    public Uni<Optional<String>> suppression(Tx tx, Party party, Channel channel) {
        return rehash(tx, hash.all(party)).chain(() -> standing(tx, party, Family.of(channel)));
    }

    /// The same for several addresses of one tenant; those to which something may be planned are missing.
    public Uni<Map<String, String>> suppressions(Tx tx, List<Party> parties, Channel channel) {
        var hashes = parties.stream().collect(Collectors.toMap(Party::address, hash::all, (same, _) -> same));
        return parties.isEmpty() ? Uni.createFrom().item(Map.of())
                : Multi.createFrom().iterable(hashes.values())
                        .onItem().transformToUniAndConcatenate(keys -> rehash(tx, keys))
                        .collect().asList()
                        .chain(() -> consents.findSuppressions(tx, parties.getFirst(), hashes, Family.of(channel), clock.instant()));
    }

    /// Why nothing may be sent there; empty when it may. Only reads.
    public Uni<Optional<String>> standing(Tx tx, Party party, Family family) {
        return consents.findSuppression(tx, party, hash.all(party), family, clock.instant());
    }

    /// Whether the ledger holds a yes that was not taken back. AI voice needs one before the first call.
    public Uni<Boolean> granted(Tx tx, Party party, Channel channel) {
        return consents.findConsent(tx, party, hash.all(party), Family.of(channel)).map(event -> event.equals(Optional.of("granted")));
    }

    // Only after a rotation is there more than one key.
    private Uni<Integer> rehash(Tx tx, List<Hashed> hashes) {
        return hashes.size() == 1 ? Uni.createFrom().item(0) : consents.rehash(tx, hashes, clock.instant());
    }

    private List<List<Hashed>> all(Party own, List<String> others) {
        return Stream.concat(Stream.of(hash.all(own)), others.stream().map(hash::all)).toList();
    }

    /// What was planned and has not begun to leave. Messages know of consent, so consent knows them only by this.
    public interface Planned {

        /// Stops it in this transaction and tells the packs.
        Uni<Void> withhold(Tx tx, Silenced silenced);
    }

    /// To whom nothing more goes.
    ///
    /// @param hashes of every address that the no covers, by every live key
    public record Silenced(Party party, Scope scope, Family family, List<Hashed> hashes, Reason reason) {}

    /// A line of the ledger before it has its hash.
    record Entry(Party party, Scope scope, Family family, Origin origin) {}

    /// What a no covers beyond the address it came from.
    record Reach(boolean revokeAll, List<String> others) {

        boolean widens(Refusal refusal) {
            return revokeAll && refusal.widens();
        }
    }
}
