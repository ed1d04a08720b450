package dev.ringback.recruiting.session;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What became of each row.
record StartedSessions(
        @Schema(examples = "1") int accepted,
        @Schema(examples = "1") int refused,
        List<Started> sessions,
        List<Refused> refusals) {

    /// @param line of the table, or the place in the list, from 1
    record Started(
            @Schema(examples = "1") int line,
            @Schema(examples = "b1f6b0de-3c1d-4a52-9d0a-1c8f5e0d7a21") String sessionId) {}

    /// @param reason `phone_missing`, `phone_invalid`, `tz_unknown`, `variable_missing:<name>`, `variables_too_long`, `repeated` or `already_active`
    record Refused(
            @Schema(examples = "2") int line,
            @Schema(examples = "phone_invalid") String reason) {}
}
