package dev.ringback.engine.hours;

import java.util.UUID;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.message.Subject;

/// Whom a message is for.
///
/// @param id      the message's
/// @param purpose as legal hours name it
/// @param to      normalised address
public record Recipient(UUID id, Subject subject, Channel channel, String purpose, String to) {

    boolean hasNumber() {
        return switch (channel) {
            case SMS, VOICE, WHATSAPP -> true;
            case EMAIL, WEB_FORM -> false;
        };
    }
}
