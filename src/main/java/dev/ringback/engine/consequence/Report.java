package dev.ringback.engine.consequence;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import dev.ringback.engine.message.MessageStatus;

/// What was said about a message.
///
/// @param eventId as in `engine.message_event`; null where the provider said it in its answer to the submission
/// @param detail  of its members `reason` (`twilio_21610`), `code` (`21610`, `5.1.1`) and `permanent` (a boolean) are read
public record Report(UUID message, MessageStatus event, String provider, String eventId, Map<String, Object> detail) {

    /// The provider's own code, or the mail server's.
    String code() {
        return text("code").or(() -> text("reason").map(reason -> reason.substring(reason.lastIndexOf('_') + 1))).orElse("");
    }

    /// Who gave the code, which is not always who reports it.
    String codedBy() {
        return text("reason").filter(reason -> reason.contains("_")).map(reason -> reason.substring(0, reason.indexOf('_'))).orElse(provider);
    }

    boolean isPermanent() {
        return Boolean.TRUE.equals(detail.get("permanent"));
    }

    private Optional<String> text(String member) {
        return Optional.ofNullable(detail.get(member)).map(Object::toString);
    }
}
