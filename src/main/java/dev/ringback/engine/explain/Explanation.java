package dev.ringback.engine.explain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Everything that was decided about a message and reported of it.
///
/// @param rule      which rule decided last
/// @param heldUntil until when it waits, where its rule knows
record Explanation(
        UUID id,
        @Schema(examples = "growth") String pack,
        @Schema(examples = "d0000000-0000-4000-8000-000000000001") String tenant,
        @Schema(examples = "lead") String subjectKind,
        @Schema(examples = "aee4b816-a70f-42eb-a8e7-96b9d7eb0a3c") String subjectId,
        @Schema(examples = "lead-reply") String step,
        @Schema(examples = "email") String channel,
        @Schema(examples = "planned") String status,
        @Schema(examples = "sender_cap") String rule,
        @Schema(examples = "daily_cap") String reason,
        Instant heldUntil,
        Instant plannedAt,
        List<Judgement> verdicts,
        List<Event> events) {

    /// @param verdict send, defer, refuse, cancel or uncertain
    /// @param until   null where its rule doesn't know, or nothing waits
    record Judgement(Instant at,
            @Schema(examples = "defer") String verdict,
            @Schema(examples = "sender_cap") String rule,
            @Schema(examples = "daily_cap") String reason,
            Instant until) {}

    record Event(Instant at,
            @Schema(examples = "delivered") String event,
            @Schema(examples = "resend") String provider,
            Map<String, Object> detail) {}

    Explanation with(List<Judgement> judged, List<Event> reported) {
        return new Explanation(id, pack, tenant, subjectKind, subjectId, step, channel, status, rule, reason, heldUntil, plannedAt, judged, reported);
    }
}
