package dev.ringback.engine.inbox;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.http.Problem;
import dev.ringback.engine.inbox.StandardWebhooks.Signed;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.time.Clock;
import dev.ringback.engine.wakeup.WakeUps;

/// Takes a mail that a mail server's pipe or an e-mail worker hands in: raw MIME, signed by Standard Webhooks.
@ApplicationScoped
public class ReceiveMail {

    public static final String PROVIDER = "mail";

    private final Database database;
    private final InboxRepository inbox;
    private final WakeUps wakeUps;
    private final Clock clock;
    private final List<String> secrets;

    ReceiveMail(Database database, InboxRepository inbox, WakeUps wakeUps, Clock clock, InboxConfig config) {
        this.database = database;
        this.inbox = inbox;
        this.wakeUps = wakeUps;
        this.clock = clock;
        this.secrets = StandardWebhooks.secrets(config.mail().secrets().orElse(List.of()));
    }

    /// Stored and committed when it answers. A repeated delivery is answered like the first one.
    ///
    /// @return whether this delivery was the first of its event
    public Uni<Received> receive(Signed mail) {
        var now = clock.instant();
        if (!StandardWebhooks.verify(mail, secrets, now)) {
            throw new Problem(401, "INVALID_SIGNATURE", "The signature does not verify");
        }
        var arrival = new Arrival(PROVIDER, mail.id(), "message/rfc822", mail.body());
        return database.asService(tx -> inbox.store(tx, arrival, now)).invoke(wakeUps::ring).map(Received::new);
    }

    /// The same as a mail worker would do it: for the answers that a person makes up in development.
    public Signed sign(String id, byte[] mime) {
        var timestamp = Long.toString(clock.instant().getEpochSecond());
        var secret = secrets.stream().findFirst().orElseThrow(() -> new Problem(409, "NOT_CONFIGURED", "ringback.hooks.mail.secrets is not set"));
        return new Signed(id, timestamp, StandardWebhooks.sign(id, timestamp, mime, secret), mime);
    }
}
