package dev.ringback.engine.message;

import java.util.UUID;

/// A person's answer, as it is told to the pack.
///
/// @param messageId the stored answer
/// @param meaning   what the rules made of it
public record Reply(UUID messageId, Meaning meaning) {

    public enum Meaning {
        ANSWER,
        /// No more messages, on any channel.
        OPT_OUT,
        /// Perhaps an opt-out: a person has to look.
        UNCLEAR
    }
}
