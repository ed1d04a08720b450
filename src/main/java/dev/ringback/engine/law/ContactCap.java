package dev.ringback.engine.law;

import java.time.Duration;

/// How often the law lets one person be reached.
///
/// @param period rolling
public record ContactCap(String jurisdiction, int most, Duration period) {}
