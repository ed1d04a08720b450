package dev.ringback.growth.client;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.security.ApiKey;
import dev.ringback.engine.security.Caller;
import dev.ringback.engine.security.TenantKeys;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.time.Clock;

/// Clients by their API keys and by the tokens of their sessions, which have the same form.
@ApplicationScoped
class ClientKeys implements TenantKeys {

    private static final String CLAIMS = "{\"role\":\"authenticated\",\"actor\":\"tenant:growth:%1$s\",\"app_metadata\":{\"client_id\":\"%1$s\"}}";

    private final Database database;
    private final ClientRepository clients;
    private final Clock clock;

    ClientKeys(Database database, ClientRepository clients, Clock clock) {
        this.database = database;
        this.clients = clients;
        this.clock = clock;
    }

    @Override
    public Uni<Optional<Caller.Tenant>> find(ApiKey key) {
        return database.asService(tx -> clients.findByKey(tx, key, clock.instant())).map(found -> found.map(ClientKeys::tenant));
    }

    private static Caller.Tenant tenant(UUID clientId) {
        return new Caller.Tenant("growth", clientId.toString(), CLAIMS.formatted(clientId));
    }
}
