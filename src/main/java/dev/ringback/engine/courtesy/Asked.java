package dev.ringback.engine.courtesy;

import java.time.Instant;
import java.util.UUID;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.consent.Party;
import dev.ringback.engine.message.Subject;

/// Who said STOP, START or HELP, and where.
///
/// @param message  the stored word
/// @param answered our message that it came upon; null where we had not written
/// @param from     normalised
/// @param provider as in `engine.message.provider`
public record Asked(UUID message, UUID answered, Subject subject, Channel channel, String provider,
        String from, Instant at) {

    Party party() {
        return new Party(subject.pack(), subject.tenant(), from);
    }
}
