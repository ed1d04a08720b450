package dev.ringback.engine.doorbell;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

import dev.ringback.engine.http.Problem;
import dev.ringback.engine.inbox.StandardWebhooks;
import dev.ringback.engine.inbox.StandardWebhooks.Signed;
import dev.ringback.engine.security.Digests;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.time.Clock;
import dev.ringback.engine.wakeup.WakeUps;

/// The database says that a row changed: its table's due rows are looked at again, and the queue is.
@Startup
@ApplicationScoped
class RowChanged {

    private static final int AT_ONCE = 1_000;
    private static final int LEAST_SECRET_CHARS = 16;

    private final Database database;
    private final DoorbellRepository doorbell;
    private final WakeUps wakeUps;
    private final Clock clock;
    private final ObjectReader json;
    private final List<String> secrets;
    private final List<byte[]> shared;

    /// @throws IllegalStateException when a secret is none, or one that could be guessed
    RowChanged(Database database, DoorbellRepository doorbell, WakeUps wakeUps, Clock clock, ObjectMapper json, DoorbellConfig config) {
        this.database = database;
        this.doorbell = doorbell;
        this.wakeUps = wakeUps;
        this.clock = clock;
        this.json = json.readerFor(Hint.class);
        this.secrets = StandardWebhooks.secrets(config.secrets().orElse(List.of()));
        this.shared = digests(config.sharedSecrets().orElse(List.of()));
    }

    /// @param secret the header `x-webhook-secret`; null without it
    Uni<Heard> hear(Signed call, String secret) {
        if (!isShared(secret) && !StandardWebhooks.verify(call, secrets, clock.instant())) {
            throw new Problem(401, "INVALID_SIGNATURE", "The signature does not verify");
        }
        var table = hint(call.body()).tableName();
        return database.asService(tx -> doorbell.enqueueMissed(tx, table, AT_ONCE)).invoke(wakeUps::ring).map(Heard::new);
    }

    // Digests are compared: they are of one length, whatever is sent.
    private boolean isShared(String secret) {
        return secret != null && shared.stream().filter(known -> MessageDigest.isEqual(known, Digests.sha256(secret))).count() > 0;
    }

    private static List<byte[]> digests(List<String> secrets) {
        if (secrets.stream().anyMatch(secret -> secret.length() < LEAST_SECRET_CHARS)) {
            throw new IllegalStateException("a shared secret of database webhooks has fewer than %d characters".formatted(LEAST_SECRET_CHARS));
        }
        return secrets.stream().map(Digests::sha256).toList();
    }

    private Hint hint(byte[] body) {
        try {
            var hint = json.<Hint>readValue(body);
            return hint == null ? new Hint(null, null) : hint;
        } catch (IOException _) {
            throw new Problem(400, "INVALID_JSON", "The body is not the JSON of a database webhook");
        }
    }
}
