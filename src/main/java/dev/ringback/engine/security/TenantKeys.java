package dev.ringback.engine.security;

import java.util.Optional;

import io.smallrye.mutiny.Uni;

/// A pack's tenants by their API keys. Implemented by packs that have such keys.
public interface TenantKeys {

    /// Answers empty for a key that no tenant has.
    Uni<Optional<Caller.Tenant>> find(ApiKey key);
}
