package dev.ringback.growth.lead;

import java.util.Optional;

import dev.ringback.growth.lead.LeadToAnswer.Standing;

/// Whether a lead may be written to. Asked when a reply is planned and again when it is about to leave.
final class LeadPolicy {

    private LeadPolicy() {}

    /// The reason against it, empty when there is none.
    static Optional<String> refusal(Standing lead) {
        if (lead.deleted() || "Deleted".equals(lead.currentTag())) {
            return Optional.of("lead_deleted");
        }
        if ("Archived".equals(lead.currentTag())) {
            return Optional.of("lead_archived");
        }
        if (lead.isTest()) {
            return Optional.of("test_record");
        }
        return Optional.empty();
    }
}
