package dev.ringback.growth.maintenance;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A client or lead that is a test, or looks like one.
///
/// @param kind      `client` or `lead`
/// @param confirmed whether somebody said so
record TestRecord(
        @Schema(examples = "lead") String kind,
        UUID id,
        UUID clientId,
        @Schema(examples = "test@example.com") String email,
        @Schema(examples = "false") boolean confirmed) {}
