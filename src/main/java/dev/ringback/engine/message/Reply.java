package dev.ringback.engine.message;

import java.util.UUID;

import dev.ringback.engine.channel.Incoming;

/// A person's answer, as it is told to the pack.
///
/// @param meaning  what the rules made of it
/// @param incoming the answer itself: channel, addresses, text, media, when, the provider's id
public record Reply(Meaning meaning, Incoming incoming) {

    public enum Meaning {
        ANSWER,
        /// No more messages, on any channel.
        OPT_OUT,
        /// Perhaps an opt-out: a person has to look.
        UNCLEAR
    }

    /// The stored answer in `engine.message`.
    public UUID messageId() {
        return incoming.id();
    }
}
