package dev.ringback.engine.erasure;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.ringback.engine.erasure.PersonalData.Holding;

/// Everything that is kept about a person for one tenant.
///
/// @param isWhole whether nothing was left out for its length
record SubjectData(@Schema(examples = "[\"sarah@chen.example\"]") List<String> addresses, List<Holding> holdings, List<Written> messages,
        List<Said> ledger, List<Held> suppressions, @Schema(examples = "true") boolean isWhole) {

    record Written(
            UUID id,
            Instant at,
            @Schema(examples = "out") String direction,
            @Schema(examples = "email") String channel,
            @Schema(examples = "lead-reply") String step,
            @Schema(examples = "sent") String status,
            String reason,
            @Schema(examples = "sarah@chen.example") String address,
            @Schema(examples = "Maple Roofing: your message") String subject,
            @Schema(examples = "Hi Sarah Chen, thanks so much for writing to us!") String text) {}

    record Said(
            Instant at,
            @Schema(examples = "revoked") String event,
            @Schema(examples = "all") String family,
            @Schema(examples = "tenant") String scope,
            @Schema(examples = "reply:mail") String source,
            @Schema(implementation = Object.class, examples = "{\"rules\": [\"optout.any.keyword\"]}") Map<String, Object> evidence,
            @Schema(examples = "optout/1") String textVersion) {}

    /// @param until null while it holds
    record Held(
            Instant since,
            Instant until,
            @Schema(examples = "all") String family,
            @Schema(examples = "tenant") String scope,
            @Schema(examples = "opted_out") String reason,
            @Schema(examples = "reply:mail") String source) {}
}
