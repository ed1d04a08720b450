package dev.ringback.engine.health;

import jakarta.enterprise.context.ApplicationScoped;

import dev.ringback.engine.consent.AddressHash;

/// Whether addresses can be hashed; nothing is sent without.
@ApplicationScoped
class HashKeyHealth {

    private final AddressHash hash;

    HashKeyHealth(AddressHash hash) {
        this.hash = hash;
    }

    Status status() {
        return hash.isReady() ? Status.OK : Status.DEGRADED;
    }
}
