package dev.ringback.engine.inbox;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// @param stored false when this event had arrived before
public record Received(@Schema(examples = "true") boolean stored) {}
