package dev.ringback.engine.consent;

import dev.ringback.engine.consent.AddressHash.Hashed;

/// An address as one tenant knows it.
///
/// @param address normalised; null where it was erased
/// @param hashed  what is left of an erased one; null where the address is there
public record Party(String pack, String tenant, String address, Hashed hashed) {

    public Party(String pack, String tenant, String address) {
        this(pack, tenant, address, null);
    }

    public static Party erased(String pack, String tenant, Hashed hashed) {
        return new Party(pack, tenant, null, hashed);
    }
}
