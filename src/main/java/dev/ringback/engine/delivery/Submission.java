package dev.ringback.engine.delivery;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.Content;
import dev.ringback.engine.channel.Delivery;
import dev.ringback.engine.channel.MessageSender;
import dev.ringback.engine.channel.Outgoing;
import dev.ringback.engine.channel.Senders;
import dev.ringback.engine.message.Decision;
import dev.ringback.engine.time.Clock;
import dev.ringback.engine.work.Outcome;

/// Hands one message to its provider: render → gate, committed → provider → record.
@ApplicationScoped
class Submission {

    private static final Logger LOG = Logger.getLogger(Submission.class);

    private final MessageLedger ledger;
    private final Templates templates;
    private final Senders senders;
    private final Clock clock;

    Submission(MessageLedger ledger, Templates templates, Senders senders, Clock clock) {
        this.ledger = ledger;
        this.templates = templates;
        this.senders = senders;
        this.clock = clock;
    }

    Uni<Outcome> submit(Sendable message) {
        if (message.template().isEmpty()) {
            return refuse(message, Decision.failed("template_missing", "template"));
        }
        return switch (templates.render(message.template().get(), message.variables())) {
            case Rendering.Unrenderable(var problem) -> refuse(message, Decision.failed(problem, "template"));
            case Rendering.Rendered rendered -> pass(message, outgoing(message, rendered));
        };
    }

    private Outgoing outgoing(Sendable message, Rendering.Rendered rendered) {
        var identity = senders.complete(message.channel(), message.identity().orElseThrow());
        var domain = identity.address().substring(identity.address().lastIndexOf('@') + 1);
        return new Outgoing(message.id(), identity, message.to(), "%s@%s".formatted(message.id(), domain),
                new Content.Mail(rendered.subject(), rendered.text(), null, Map.of()));
    }

    // Stopped at the gate: the world changed since policy was asked, so policy is asked again.
    private Uni<Outcome> pass(Sendable message, Outgoing outgoing) {
        var sender = senders.of(message.channel(), outgoing.identity());
        return ledger.begin(outgoing, sender.provider())
                .chain(begun -> begun ? send(message, outgoing, sender) : outcome(new Outcome.Snoozed(clock.instant(), "stopped at the gate")));
    }

    private Uni<Outcome> send(Sendable message, Outgoing outgoing, MessageSender sender) {
        return sender.send(outgoing).chain(delivery -> switch (delivery) {
            case Delivery.Accepted(var providerId) -> sent(message, sender, providerId);
            case Delivery.RetryAfter(var at) -> keep(message, "provider_asked_to_wait", new Outcome.Snoozed(at, "provider asked to wait"));
            case Delivery.Refused(var reason, var permanent) when permanent -> refuse(message, Decision.failed(reason, "provider"));
            case Delivery.Refused(var reason, var _) -> keep(message, reason, new Outcome.Failed(reason));
        });
    }

    private Uni<Outcome> sent(Sendable message, MessageSender sender, String providerId) {
        return ledger.sent(message, providerId)
                .invoke(() -> LOG.infof("sent message=%s step=%s channel=%s provider=%s tenant=%s", message.id(), message.step(),
                        message.channel().word(), sender.provider(), message.subject().tenant()))
                .replaceWith(new Outcome.Done());
    }

    // Back to planned: it did not leave, so an answer may still cancel it, and the next attempt is no second one.
    private Uni<Outcome> keep(Sendable message, String reason, Outcome outcome) {
        return ledger.notSent(message.id(), Decision.notTaken(reason)).replaceWith(outcome);
    }

    private Uni<Outcome> refuse(Sendable message, Decision decision) {
        return ledger.notSent(message.id(), decision).replaceWith(new Outcome.Cancelled(decision.reason()));
    }

    private static Uni<Outcome> outcome(Outcome outcome) {
        return Uni.createFrom().item(outcome);
    }
}
