package dev.ringback.engine.hotlead;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// @param acknowledged that somebody has it now
record TakenLead(UUID id, @Schema(examples = "true") boolean acknowledged) {}
