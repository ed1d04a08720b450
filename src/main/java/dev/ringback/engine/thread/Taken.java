package dev.ringback.engine.thread;

import java.util.Optional;

import dev.ringback.engine.courtesy.Courtesy;
import dev.ringback.engine.message.Reply.Meaning;

/// What an answer was taken for.
///
/// @param courtesy what is owed to it, once everything else has been done
record Taken(Meaning meaning, Optional<Courtesy> courtesy) {

    static Taken of(Meaning meaning) {
        return new Taken(meaning, Optional.empty());
    }
}
