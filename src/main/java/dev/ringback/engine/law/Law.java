package dev.ringback.engine.law;

import java.util.List;
import java.util.Optional;

import dev.ringback.engine.window.LegalWindow;

/// What binds a message to somebody.
///
/// @param unknown `zone_unknown` where there are hours but nobody knows by which clock: a human has to say
public record Law(List<LegalWindow> windows, List<ContactCap> caps, Optional<String> unknown) {}
