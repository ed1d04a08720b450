package dev.ringback.engine.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How it stands with an address, and what it rests on.
///
/// @param entries the ledger's, newest first
record Standing(List<OfFamily> families, List<LedgerEntry> entries) {

    /// @param suppressed why nothing may be sent there; null when it may
    /// @param consented  whether a yes is recorded that was not taken back
    record OfFamily(@Schema(examples = "email") String family, @Schema(examples = "opted_out") String suppressed,
            @Schema(examples = "false") boolean consented) {}

    record LedgerEntry(
            Instant at,
            @Schema(examples = "revoked") String event,
            @Schema(examples = "all") String family,
            @Schema(examples = "tenant") String scope,
            @Schema(examples = "reply:mail") String source,
            @Schema(implementation = Object.class, examples = "{\"rules\": [\"optout.any.keyword\"]}") Map<String, Object> evidence,
            @Schema(examples = "optout/1") String textVersion) {}
}
