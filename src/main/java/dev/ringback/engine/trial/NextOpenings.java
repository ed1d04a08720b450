package dev.ringback.engine.trial;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;

/// Answers in the order of the cases.
record NextOpenings(List<NextOpening> results) {

    /// @param next   null where the rules never meet within 35 days
    /// @param reason `policy_conflict` then, otherwise absent
    record NextOpening(
            @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(examples = "2026-03-29T22:00:00Z") Instant next,
            @JsonInclude(JsonInclude.Include.NON_NULL) String reason) {

        static NextOpening at(Instant next) {
            return new NextOpening(next, null);
        }

        static NextOpening never() {
            return new NextOpening(null, "policy_conflict");
        }
    }
}
