package dev.ringback.engine.inbox;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.http.Problem;
import dev.ringback.engine.inbox.StandardWebhooks.Signed;
import dev.ringback.engine.time.Clock;

/// Takes a mail that a mail server's pipe or an e-mail worker hands in: raw MIME, signed by Standard Webhooks.
@ApplicationScoped
public class ReceiveMail {

    public static final String PROVIDER = "mail";

    private final Intake intake;
    private final Clock clock;
    private final List<String> secrets;

    ReceiveMail(Intake intake, Clock clock, InboxConfig config) {
        this.intake = intake;
        this.clock = clock;
        this.secrets = StandardWebhooks.secrets(config.mail().secrets().orElse(List.of()));
    }

    /// Stored and committed when it answers. A repeated delivery is answered like the first one.
    ///
    /// @return whether this delivery was the first of its event
    public Uni<Received> receive(Signed mail) {
        if (!StandardWebhooks.verify(mail, secrets, clock.instant())) {
            throw new Problem(401, "INVALID_SIGNATURE", "The signature does not verify");
        }
        return intake.store(new Arrival(PROVIDER, mail.id(), "message/rfc822", mail.body())).map(Received::new);
    }

    /// The same as a mail worker would do it: for the answers that a person makes up in development.
    public Signed sign(String id, byte[] mime) {
        var timestamp = Long.toString(clock.instant().getEpochSecond());
        var secret = secrets.stream().findFirst().orElseThrow(() -> new Problem(409, "NOT_CONFIGURED", "ringback.hooks.mail.secrets is not set"));
        return new Signed(id, timestamp, StandardWebhooks.sign(id, timestamp, mime, secret), mime);
    }
}
