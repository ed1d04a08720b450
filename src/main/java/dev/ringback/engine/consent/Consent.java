package dev.ringback.engine.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

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
        return lockReach(tx, party)
                .chain(() -> consents.findReach(tx, party, hash.all(party.address())))
                .chain(reach -> keep(tx, reach.widens(refusal) ? new Kept(refusal, Family.ALL, all(party.address(), reach.others()))
                        : new Kept(refusal, refusal.family(), List.of(party.address()))));
    }

    // All at once and in one order: two noes of one person that each held its own address and asked for the other's would both fail.
    private Uni<Void> lockReach(Tx tx, Party party) {
        return consents.findReach(tx, party, hash.all(party.address())).chain(reach -> lock(tx, all(party.address(), reach.others())));
    }

    /// What is written down of a no.
    private record Kept(Refusal refusal, Family family, List<String> addresses) {}

    private Uni<Void> keep(Tx tx, Kept kept) {
        var refusal = kept.refusal();
        var hashes = kept.addresses().stream().map(hash::of).toList();
        var everyHash = kept.addresses().stream().flatMap(address -> hash.all(address).stream()).toList();
        var entry = new Entry(refusal.party(), refusal.scope(), kept.family(), refusal.origin());
        return consents.lock(tx, everyHash)
                .chain(() -> consents.suppress(tx, entry, hashes, refusal.reason(), clock.instant()))
                .chain(() -> refusal.reason() == Reason.UNCLEAR ? Uni.createFrom().voidItem() : settle(tx, refusal, entry, everyHash));
    }

    // What only may be a no is no line of the ledger yet, and what was planned waits.
    private Uni<Void> settle(Tx tx, Refusal refusal, Entry entry, List<Hashed> everyHash) {
        var now = clock.instant();
        return consents.record(tx, entry, hash.of(refusal.party().address()), "revoked", now)
                .chain(() -> refusal.scope().isSequence()
                        ? Uni.createFrom().voidItem()
                        : planned.withhold(tx, new Silenced(refusal.party(), entry.scope(), entry.family(), everyHash, refusal.reason())));
    }

    /// Takes a yes. Lifts nothing: an opt-out ends only by the person's own START.
    public Uni<Void> grant(Tx tx, Party party, Family family, Origin origin) {
        return consents.record(tx, new Entry(party, Scope.TENANT, family, origin), hash.of(party.address()), "granted", clock.instant())
                .replaceWithVoid();
    }

    /// START: ends what this address's own no had begun; answers whether there was anything to end.
    public Uni<Boolean> restart(Tx tx, Party party, Channel channel, Origin origin) {
        return consents.lock(tx, hash.all(party.address()))
                .chain(() -> grant(tx, party, Family.of(channel), origin))
                .chain(() -> consents.lift(tx, party, hash.all(party.address()), null, clock.instant()))
                .map(lifted -> lifted > 0);
    }

    /// The same hand that wrote the no took it back: ends what came from this source alone.
    public Uni<Boolean> takeBack(Tx tx, Party party, Family family, Origin origin) {
        return consents.lift(tx, party, hash.all(party.address()), origin.source(), clock.instant())
                .call(lifted -> lifted > 0 ? grant(tx, party, family, origin) : Uni.createFrom().voidItem())
                .map(lifted -> lifted > 0);
    }

    /// Waits until nobody else takes a no of these addresses, links them or sends to them; until this transaction ends nobody does.
    public Uni<Void> lock(Tx tx, List<String> addresses) {
        return consents.lock(tx, addresses.stream().flatMap(address -> hash.all(address).stream()).toList()).replaceWithVoid();
    }

    /// These addresses are one person's: a no that holds everywhere on one of them holds on each.
    public Uni<Void> spread(Tx tx, String pack, String tenant, List<String> addresses) {
        var everyHash = addresses.stream().flatMap(address -> hash.all(address).stream()).toList();
        var party = new Party(pack, tenant, addresses.getFirst());
        return consents.spread(tx, party, everyHash, addresses.stream().map(hash::of).toList(), clock.instant()).replaceWithVoid();
    }

    /// Whether a no of this address from this source holds already.
    public Uni<Boolean> holds(Tx tx, Party party, String source) {
        return consents.holds(tx, party, hash.all(party.address()), source, clock.instant());
    }

    /// Ends what came from this source alone, and says nothing in the ledger: it was no answer yet.
    public Uni<Void> release(Tx tx, Party party, String source) {
        return consents.lift(tx, party, hash.all(party.address()), source, clock.instant()).replaceWithVoid();
    }

    /// Why nothing may be sent there; empty when it may.
    public Uni<Optional<String>> suppression(Tx tx, Party party, Channel channel) {
        return suppression(tx, party, Family.of(channel), null);
    }

    /// @param sequence the sequence that would send; null for none
    public Uni<Optional<String>> suppression(Tx tx, Party party, Family family, String sequence) {
        var hashes = hash.all(party.address());
        return rehash(tx, hashes).chain(() -> consents.findSuppression(tx, party, hashes, family, sequence, clock.instant()));
    }

    /// Whether the ledger holds a yes that was not taken back. AI voice needs one before the first call.
    public Uni<Boolean> granted(Tx tx, Party party, Channel channel) {
        return consents.findConsent(tx, party, hash.all(party.address()), Family.of(channel)).map(event -> event.equals(Optional.of("granted")));
    }

    // Only after a rotation is there more than one key; the address is in hand now, which its hash alone never gives back.
    private Uni<Integer> rehash(Tx tx, List<Hashed> hashes) {
        return hashes.size() == 1 ? Uni.createFrom().item(0) : consents.rehash(tx, hashes);
    }

    private static List<String> all(String own, List<String> others) {
        var addresses = new ArrayList<>(List.of(own));
        addresses.addAll(others);
        return addresses;
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
