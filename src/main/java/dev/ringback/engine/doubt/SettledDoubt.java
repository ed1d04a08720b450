package dev.ringback.engine.doubt;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What it is from now on.
record SettledDoubt(UUID id, @Schema(examples = "true") boolean optOut) {}
