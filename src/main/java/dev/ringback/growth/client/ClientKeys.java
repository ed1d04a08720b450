package dev.ringback.growth.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.security.ApiKey;
import dev.ringback.engine.security.Caller;
import dev.ringback.engine.security.TenantKeys;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;
import dev.ringback.growth.client.ClientRepository.Known;

/// Clients by their API keys and by the tokens of their sessions, which have the same form.
@ApplicationScoped
class ClientKeys implements TenantKeys {

    private static final String CLAIMS = "{\"role\":\"authenticated\",\"actor\":\"tenant:growth:%1$s\",\"app_metadata\":{\"client_id\":\"%1$s\"}}";

    private static final Duration NOTED_EVERY = Duration.ofHours(1);

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
        var now = clock.instant();
        return database.asService(tx -> clients.findByKey(tx, key, now).call(found -> note(tx, found, now)))
                .map(found -> found.map(client -> tenant(client.clientId())));
    }

    // Not at every request: each update of a client is audited and told to the engine.
    private Uni<Void> note(Tx tx, Optional<Known> found, Instant now) {
        var before = now.minus(NOTED_EVERY);
        return found.filter(client -> client.lastConnection() == null || client.lastConnection().isBefore(before))
                .map(client -> clients.noteConnection(tx, client.clientId(), before, now).replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static Caller.Tenant tenant(UUID clientId) {
        return new Caller.Tenant("growth", clientId.toString(), CLAIMS.formatted(clientId));
    }
}
