package dev.ringback.engine.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is known about a message that wants to leave.
///
/// @param brake          the reason of the emergency stop that covers it
/// @param onlyTo         recipients that this installation may write to; empty for all
/// @param expiresAt      null when it never does
/// @param subjectRefusal why the pack doesn't want its subject written to, for example `test_record`
/// @param suppression    why the address is suppressed
public record SendFacts(Optional<String> brake, String to, List<String> onlyTo, Instant expiresAt, Optional<String> subjectRefusal,
        Optional<String> suppression, boolean hasSender) {}
