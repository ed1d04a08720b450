package dev.ringback.growth.key;

import java.security.SecureRandom;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.audit.Audit;
import dev.ringback.engine.http.Problem;
import dev.ringback.engine.security.ApiKey;
import dev.ringback.engine.security.Caller;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.time.Clock;

/// Gives a client a new API key. Only the service may write keys, so the client is asked for in the caller's name first.
@ApplicationScoped
class RotateKey {

    private final Database database;
    private final KeyRepository keys;
    private final Audit audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    RotateKey(Database database, KeyRepository keys, Audit audit, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
    }

    Uni<RotatedKey> rotate(Caller caller, KeyRotation rotation) {
        var now = clock.instant();
        var key = ApiKey.random(random);
        var until = rotation.overlapOrUsual().isZero() ? null : now.plus(rotation.overlapOrUsual());
        return database.as(caller.runAs(), keys::findOwn)
                .map(found -> found.orElseThrow(() -> Problem.notFound("client", "of this caller")))
                .chain(client -> database.asService(tx -> audit.sign(tx).chain(() -> keys.rotate(tx, client,
                        new KeyRepository.Rotation(key, until, rotation.reason(), caller.id()), now))))
                .map(prefix -> answer(prefix, key, until));
    }

    private static RotatedKey answer(String prefix, ApiKey key, Instant until) {
        return new RotatedKey(prefix, key.plain(), until);
    }
}
