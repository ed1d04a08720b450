package dev.ringback.growth.outreach;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;

/// Which prospects are written to, and why the others are not.
record OutreachReport(List<Planned> planned, List<Refused> refused) {

    /// @param status `planned`, or `suppressed` with its reason
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Planned(UUID prospectId, UUID messageId, @Schema(examples = "email") String channel, @Schema(examples = "planned") String status,
            String reason) {}

    /// @param reason `not_found`, `no_address`, `waits_for_answer` or `replied`
    record Refused(UUID prospectId, @Schema(examples = "waits_for_answer") String reason) {}
}
