package dev.ringback.engine.alert;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// Tells of a hot lead.
///
/// @param isEscalation whether nobody took it the first time
public record Alert(UUID id, HotLead lead, Instant at, boolean isEscalation) {

    /// What it is called outside.
    public String type() {
        return isEscalation ? "hot_lead.escalated" : "hot_lead.raised";
    }

    /// Ids and figures, nothing personal.
    public Map<String, Object> data() {
        var subject = lead.subject();
        return Map.of("id", id.toString(), "pack", subject.pack(), "tenant", subject.tenant(), "subject_kind", subject.kind(), "subject_id",
                subject.id(), "opportunity", lead.opportunity(), "score", lead.score(), "reasons", lead.reasons(), "at", at.toString());
    }
}
