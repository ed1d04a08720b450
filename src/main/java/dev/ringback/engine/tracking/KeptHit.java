package dev.ringback.engine.tracking;

import java.time.Instant;
import java.util.UUID;

/// A hit that is to be judged.
///
/// @param sentAt when its mail left; null where nobody knows
/// @param links  how many different links of the mail were followed within the burst around it, its own among them
record KeptHit(UUID id, UUID message, HitKind kind, Instant at, Visitor visitor, Instant sentAt, int links) {}
