package dev.ringback.growth.submission;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;

/// What became of each lead of a batch, in its order.
record BatchAnswer(@Schema(examples = "1") int accepted, @Schema(examples = "0") int refused, List<Result> results) {

    /// @param created null where it was refused
    /// @param reason  null where it was accepted
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Result(
            @Schema(examples = "0") int index,
            @Schema(examples = "true") boolean accepted,
            UUID leadId,
            @Schema(examples = "true") Boolean created,
            String reason) {

        static Result refused(int index, String reason) {
            return new Result(index, false, null, null, reason);
        }
    }

    static BatchAnswer of(List<Result> results) {
        var accepted = (int) results.stream().filter(Result::accepted).count();
        return new BatchAnswer(accepted, results.size() - accepted, results);
    }
}
