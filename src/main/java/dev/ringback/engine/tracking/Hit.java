package dev.ringback.engine.tracking;

import java.time.Instant;
import java.util.UUID;

/// Something of a mail was fetched.
///
/// @param target where the link leads; empty for the pixel
record Hit(UUID message, HitKind kind, String target, Instant at, Visitor visitor) {}
