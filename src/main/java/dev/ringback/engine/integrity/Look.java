package dev.ringback.engine.integrity;

import java.time.Instant;

/// How far one audit looks.
///
/// @param since  what moved before was looked at before
/// @param before what moved after may still be under way
/// @param limit  findings per rule, at most
public record Look(Instant since, Instant before, Instant now, int limit) {}
