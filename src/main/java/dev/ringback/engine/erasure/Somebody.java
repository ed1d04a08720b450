package dev.ringback.engine.erasure;

import java.util.List;

import dev.ringback.engine.consent.AddressHash;
import dev.ringback.engine.consent.AddressHash.Hashed;
import dev.ringback.engine.consent.Tenancy;

/// A person as one tenant knows him: all addresses, and the hashes under which they may stand.
record Somebody(Tenancy tenancy, List<String> addresses, List<Hashed> hashes) {

    static Somebody of(Tenancy tenancy, List<String> addresses, AddressHash hash) {
        return new Somebody(tenancy, addresses, addresses.stream().flatMap(address -> hash.all(address).stream()).toList());
    }
}
