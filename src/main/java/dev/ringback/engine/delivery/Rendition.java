package dev.ringback.engine.delivery;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.channel.MessageSender;
import dev.ringback.engine.channel.Outgoing;
import dev.ringback.engine.channel.Senders;
import dev.ringback.engine.facts.Sendable;
import dev.ringback.engine.template.Footer;
import dev.ringback.engine.template.Rendering;
import dev.ringback.engine.template.Template;
import dev.ringback.engine.template.Templates;
import dev.ringback.engine.thread.ReplyAddresses;
import dev.ringback.engine.tracking.TrackingLinks;
import dev.ringback.engine.unsubscribe.UnsubscribeLinks;

/// Makes of a planned message what a provider takes.
@ApplicationScoped
class Rendition {

    private final Templates templates;
    private final Senders senders;
    private final UnsubscribeLinks links;
    private final ReplyAddresses replyAddresses;
    private final TrackingLinks trackingLinks;

    Rendition(Templates templates, Senders senders, UnsubscribeLinks links, ReplyAddresses replyAddresses, TrackingLinks trackingLinks) {
        this.templates = templates;
        this.senders = senders;
        this.links = links;
        this.replyAddresses = replyAddresses;
        this.trackingLinks = trackingLinks;
    }

    sealed interface Answer {}

    record Made(Ready ready) implements Answer {}

    /// The template's or the address's fault, and again the next time.
    record Impossible(Ending ending) implements Answer {}

    /// By the present way.
    Answer of(Sendable message) {
        return of(message, message.identity().map(identity -> senders.of(message.channel(), identity)));
    }

    /// By the way that it may have left by.
    Answer again(Sendable message) {
        return of(message, earlierWay(message));
    }

    /// By which provider the message may have left, where it has been submitted and that provider can still be reached.
    Optional<MessageSender> earlierWay(Sendable message) {
        return Optional.ofNullable(message.standing().attempt())
                .flatMap(attempt -> message.identity().flatMap(identity -> senders.earlier(message.channel(), identity, attempt.provider())));
    }

    private Answer of(Sendable message, Optional<MessageSender> way) {
        if (message.identity().isEmpty()) {
            return impossible(message, "no_sender_identity");
        }
        if (message.template().isEmpty()) {
            return impossible(message, "template_missing");
        }
        return switch (templates.render(message.template().get(), variables(message))) {
            case Rendering.Unrenderable(var problem) -> impossible(message, problem);
            case Rendering.Rendered rendered -> made(message, tracked(message, complete(message, rendered)), way.orElseThrow());
        };
    }

    private Rendering.Rendered complete(Sendable message, Rendering.Rendered rendered) {
        return links.of(message.id()).filter(_ -> message.isCommercialMail())
                .map(link -> Footer.under(rendered, message.postalAddress(), link.toString())).orElse(rendered);
    }

    private Rendering.Rendered tracked(Sendable message, Rendering.Rendered rendered) {
        var wanted = message.channel() == Channel.EMAIL && message.template().filter(Template::tracked).isPresent();
        return wanted ? trackingLinks.placed(message.id(), rendered) : rendered;
    }

    private Answer made(Sendable message, Rendering.Rendered rendered, MessageSender way) {
        try {
            var identity = senders.complete(message.channel(), message.identity().orElseThrow());
            var reference = Contents.reference(message, identity.address());
            var outgoing = new Outgoing(message.id(), identity, message.to(), reference, Contents.of(message, rendered, headers(message)));
            return new Made(new Ready(message, rendered, outgoing, way));
        } catch (IllegalArgumentException unfit) {
            return impossible(message, unfit.getMessage());
        }
    }

    // The link is made at each attempt and not when it is planned, so that it is signed by a key that still lives.
    private Map<String, Object> variables(Sendable message) {
        var variables = new HashMap<>(message.variables());
        variables.put("unsubscribe_url", links.of(message.id()).map(URI::toString).orElse(""));
        return variables;
    }

    private Map<String, String> headers(Sendable message) {
        var headers = new HashMap<>(replyAddresses.headers(message.id()));
        headers.putAll(links.headers(message.id()));
        return message.channel() == Channel.EMAIL ? headers : Map.of();
    }

    private static Answer impossible(Sendable message, String reason) {
        return new Impossible(message.mayHaveLeft() ? Ending.settled(message.id(), reason) : Ending.failed(message.id(), "template", reason));
    }
}
