package dev.ringback.growth.client;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class ClientSettingsRepository implements PanacheRepositoryBase<ClientSettings, UUID> {

    /// The only row that row level security leaves a client; null where there is none.
    Uni<ClientSettings> own() {
        return findAll().firstResult();
    }
}
