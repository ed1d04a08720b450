package dev.ringback.engine.run;

import java.util.UUID;

/// A slot that is ours until somebody takes it over.
///
/// @param takes the fence: with another number in the row, the slot is somebody else's
record TakenSlot(UUID id, int takes) {}
