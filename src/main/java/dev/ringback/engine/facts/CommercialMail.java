package dev.ringback.engine.facts;

import java.util.Optional;

import dev.ringback.engine.channel.Channel;

/// What commercial mail must carry: a way to say no and the sender's postal address (15 U.S.C. 7704(a)(3) and (5), CAN-SPAM).
final class CommercialMail {

    /// As in `engine.message.purpose`.
    static final String PURPOSE = "commercial";

    private CommercialMail() {}

    /// @param hasLinks whether this installation can make unsubscribe links
    static Optional<String> missing(Sendable message, boolean hasLinks) {
        if (message.channel() != Channel.EMAIL || !PURPOSE.equals(message.purpose()) || message.template().isEmpty()) {
            return Optional.empty();
        }
        if (!hasLinks || !uses(message, "unsubscribe_url")) {
            return Optional.of("unsubscribe_link_missing");
        }
        var address = String.valueOf(message.variables().getOrDefault("postal_address", ""));
        return address.isBlank() || !uses(message, "postal_address") ? Optional.of("postal_address_missing") : Optional.empty();
    }

    private static boolean uses(Sendable message, String variable) {
        return message.template().orElseThrow().body().contains(variable);
    }
}
