package dev.ringback.engine.suppression;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A suppression as it leaves and comes back: with the keyed hash, or on the way in with the address itself, which is hashed on
/// arrival and not kept.
///
/// @param address only on the way in, instead of `hash` and `key_id`
/// @param family  `all` when null
/// @param scope   `tenant` when null
/// @param reason  `imported` when null
/// @param since   now when null
/// @param until   since when it holds no more; such a row is not taken in
record SuppressionRow(
        @Schema(examples = "sarah@chen.example") String address,
        @Schema(examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08") String hash,
        @Schema(examples = "k1") String keyId,
        @Schema(examples = "all") String family,
        @Schema(examples = "tenant") String scope,
        @Schema(examples = "opted_out") String reason,
        Instant since,
        Instant until) {}
