package dev.ringback.engine.facts;

import java.util.Optional;

/// What commercial mail must carry, and nobody can write into it: a way to say no and the sender's postal address (15 U.S.C. 7704(a)(3) and
/// (5), CAN-SPAM). Where they are there and the template leaves them out, they are placed under it.
final class CommercialMail {

    private CommercialMail() {}

    /// @param hasLinks whether this installation can make unsubscribe links
    static Optional<String> missing(Sendable message, boolean hasLinks) {
        if (!message.isCommercialMail() || message.template().isEmpty()) {
            return Optional.empty();
        }
        if (!hasLinks) {
            return Optional.of("unsubscribe_link_missing");
        }
        return message.postalAddress().isBlank() ? Optional.of("postal_address_missing") : Optional.empty();
    }
}
