package dev.ringback.engine.doorbell;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// @param enqueued rows of the table that were due and had no work
record Heard(@Schema(examples = "0") int enqueued) {}
