package dev.ringback.growth.prospect;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What became of each row of a list; rows are counted from 1, a CSV's header aside.
record TakenIn(List<Accepted> accepted, List<RefusedRow> refused) {

    /// @param created false where the business was known
    record Accepted(@Schema(examples = "1") int row, UUID prospectId, @Schema(examples = "true") boolean created) {}

    record RefusedRow(@Schema(examples = "2") int row, @Schema(examples = "invalid_email") String reason) {}
}
