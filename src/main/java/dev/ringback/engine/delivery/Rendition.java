package dev.ringback.engine.delivery;

import jakarta.enterprise.context.ApplicationScoped;

import dev.ringback.engine.channel.Outgoing;
import dev.ringback.engine.channel.Senders;
import dev.ringback.engine.facts.Sendable;
import dev.ringback.engine.template.Rendering;
import dev.ringback.engine.template.Templates;

/// Makes of a planned message what a provider takes.
@ApplicationScoped
class Rendition {

    private final Templates templates;
    private final Senders senders;

    Rendition(Templates templates, Senders senders) {
        this.templates = templates;
        this.senders = senders;
    }

    sealed interface Answer {}

    record Made(Ready ready) implements Answer {}

    /// The template's or the address's fault, and again the next time.
    record Impossible(Ending ending) implements Answer {}

    Answer of(Sendable message) {
        if (message.identity().isEmpty()) {
            return impossible(message, "no_sender_identity");
        }
        if (message.template().isEmpty()) {
            return impossible(message, "template_missing");
        }
        return switch (templates.render(message.template().get(), message.variables())) {
            case Rendering.Unrenderable(var problem) -> impossible(message, problem);
            case Rendering.Rendered rendered -> made(message, rendered);
        };
    }

    private Answer made(Sendable message, Rendering.Rendered rendered) {
        try {
            var identity = senders.complete(message.identity().orElseThrow());
            var reference = Contents.reference(message, identity.address());
            var outgoing = new Outgoing(message.id(), identity, message.to(), reference, Contents.of(message, rendered));
            return new Made(new Ready(message, rendered, outgoing, senders.of(message.channel())));
        } catch (IllegalArgumentException unfit) {
            return impossible(message, unfit.getMessage());
        }
    }

    private static Answer impossible(Sendable message, String reason) {
        return new Impossible(message.mayHaveLeft() ? Ending.settled(message.id(), reason) : Ending.failed(message.id(), "template", reason));
    }
}
