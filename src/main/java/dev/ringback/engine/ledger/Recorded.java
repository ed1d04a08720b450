package dev.ringback.engine.ledger;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The ledger has it.
///
/// @param suppressed why nothing may be sent there now; null when it may. A yes does not end an opt-out, only the person's own START does
record Recorded(@Schema(examples = "true") boolean recorded, @Schema(examples = "opted_out") String suppressed) {}
