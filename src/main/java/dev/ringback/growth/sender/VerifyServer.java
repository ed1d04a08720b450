package dev.ringback.growth.sender;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.audit.Audit;
import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.channel.Content;
import dev.ringback.engine.channel.Delivery;
import dev.ringback.engine.channel.Outgoing;
import dev.ringback.engine.channel.SenderIdentity;
import dev.ringback.engine.channel.Senders;
import dev.ringback.engine.http.Problem;
import dev.ringback.engine.security.Caller;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.time.Clock;
import dev.ringback.growth.sender.ServerRepository.Owner;

/// Tries a client's mail server with a mail to the client, and makes it the sender if the server takes that.
@ApplicationScoped
class VerifyServer {

    private static final int UNPROCESSABLE = 422;

    private final Database database;
    private final ServerRepository servers;
    private final Senders senders;
    private final Audit audit;
    private final Clock clock;

    VerifyServer(Database database, ServerRepository servers, Senders senders, Audit audit, Clock clock) {
        this.database = database;
        this.servers = servers;
        this.senders = senders;
        this.audit = audit;
        this.clock = clock;
    }

    Uni<VerifiedServer> verify(Caller caller, OwnServer server) {
        return owner(caller).chain(owner -> attempt(owner, server).chain(() -> keep(owner, server)));
    }

    Uni<VerifiedServer> forget(Caller caller) {
        return owner(caller).chain(owner -> database.asService(tx -> audit.sign(tx).chain(() -> servers.forget(tx, owner.clientId()))))
                .replaceWith(new VerifiedServer(null, null, null, null));
    }

    private Uni<Owner> owner(Caller caller) {
        return database.as(caller.runAs(), servers::findOwner)
                .map(found -> found.orElseThrow(() -> Problem.notFound("client", "of this caller")));
    }

    private Uni<Void> attempt(Owner owner, OwnServer server) {
        var identity = new SenderIdentity(owner.businessName(), server.outboundEmail(), null, null, server.smtpPassword(),
                new SenderIdentity.Server(server.smtpHost(), server.smtpPort(), server.smtpUsername()));
        return senders.of(Channel.EMAIL, identity).send(mail(owner, identity))
                .onFailure().recoverWithItem(new Delivery.Refused("smtp_no_answer", false))
                .invoke(VerifyServer::refuse).replaceWithVoid();
    }

    private static void refuse(Delivery delivery) {
        switch (delivery) {
            case Delivery.Accepted _ -> {}
            case Delivery.Refused(var reason, _) -> throw notVerified(reason);
            case Delivery.Unreached(var reason) -> throw notVerified(reason);
            case Delivery.RetryAfter _ -> throw notVerified("smtp_busy");
        }
    }

    private static Problem notVerified(String reason) {
        return new Problem(UNPROCESSABLE, "SENDER_NOT_VERIFIED", "The server did not take the test mail: " + reason);
    }

    private static Outgoing mail(Owner owner, SenderIdentity identity) {
        var id = UUID.randomUUID();
        var isFrench = "fr".equals(owner.language());
        var subject = isFrench ? "Votre serveur de courriel est prêt" : "Your mail server is ready";
        var text = isFrench ? "Ce courriel a été envoyé par votre propre serveur : vos réponses partiront désormais par lui."
                : "This mail was sent by your own server: your answers leave through it from now on.";
        return new Outgoing(id, identity, owner.email(), id + "@" + domain(identity.address()), new Content.Mail(subject, text, null, Map.of()));
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    private Uni<VerifiedServer> keep(Owner owner, OwnServer server) {
        Instant now = clock.instant();
        return database.asService(tx -> audit.sign(tx).chain(() -> servers.keep(tx, owner.clientId(), server, now)))
                .replaceWith(new VerifiedServer(server.outboundEmail(), server.smtpHost(), server.smtpPort(), now));
    }
}
