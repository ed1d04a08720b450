package dev.ringback.growth.client;

import java.security.SecureRandom;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

import dev.ringback.engine.audit.Audit;
import dev.ringback.engine.http.Problem;
import dev.ringback.engine.security.ApiKey;
import dev.ringback.engine.sql.Database;
import dev.ringback.growth.client.ClientRepository.Credentials;

import at.favre.lib.crypto.bcrypt.BCrypt;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Makes a client and its first API key.
@ApplicationScoped
class RegisterClient {

    // bcrypt reads no further.
    private static final int MOST_PASSWORD_BYTES = 72;

    private final Database database;
    private final ClientRepository clients;
    private final Audit audit;
    private final ClientConfig config;
    private final SecureRandom random = new SecureRandom();

    RegisterClient(Database database, ClientRepository clients, Audit audit, ClientConfig config) {
        this.database = database;
        this.clients = clients;
        this.audit = audit;
        this.config = config;
    }

    Uni<RegisteredClient> register(Registration registration) {
        var clientId = UUID.randomUUID();
        var key = ApiKey.random(random);
        return passwordHash(registration.password())
                .map(hash -> new Credentials(key, hash.isEmpty() ? null : hash))
                .chain(credentials -> database.asService(tx -> audit.sign(tx)
                        .chain(() -> clients.register(tx, clientId, registration, credentials, config.zone().getId()))))
                .map(prefix -> new RegisteredClient(clientId, prefix, key.plain()));
    }

    // bcrypt takes its time on purpose, so it doesn't take an event loop's.
    private Uni<String> passwordHash(String password) {
        if (password == null) {
            return Uni.createFrom().item("");
        }
        if (password.getBytes(UTF_8).length > MOST_PASSWORD_BYTES) {
            throw Problem.invalid("password", "must have at most 72 bytes in UTF-8");
        }
        return Uni.createFrom().item(() -> BCrypt.withDefaults().hashToString(config.bcryptCost(), password.toCharArray()))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
