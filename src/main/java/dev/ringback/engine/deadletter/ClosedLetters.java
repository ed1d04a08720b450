package dev.ringback.engine.deadletter;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// @param closed how many of the chosen letters were open until now
record ClosedLetters(@Schema(examples = "1") int closed) {}
