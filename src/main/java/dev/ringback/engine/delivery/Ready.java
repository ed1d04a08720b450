package dev.ringback.engine.delivery;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.ringback.engine.breaker.Circuit;
import dev.ringback.engine.channel.MessageSender;
import dev.ringback.engine.channel.Outgoing;
import dev.ringback.engine.consent.EmailAddress;
import dev.ringback.engine.facts.Sendable;
import dev.ringback.engine.gate.Gate;
import dev.ringback.engine.law.ContactCap;
import dev.ringback.engine.template.Rendering;

/// A rendered message and its way out.
record Ready(Sendable message, Rendering.Rendered rendered, Outgoing outgoing, MessageSender sender) {

    UUID id() {
        return message.id();
    }

    /// What it fails together with.
    Optional<Circuit> circuit() {
        return message.circuit(sender.provider(), outgoing.identity());
    }

    /// @param caps the law's
    Gate.Entrant entrant(List<ContactCap> caps) {
        return new Gate.Entrant(message, caps, normal(outgoing.identity().address()), outgoing.reference(), rendered.subject(), rendered.text(),
                sender.provider());
    }

    // As answers name it, or the pair of addresses would not find its thread.
    private static String normal(String address) {
        return EmailAddress.parse(address).map(EmailAddress::value).orElse(address);
    }
}
