package dev.ringback.recruiting.session;

import java.util.List;
import java.util.Map;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Whom to begin with: one candidate, a list, or a table.
///
/// @param region     in which numbers without a country code are dialled as they are written
/// @param candidates up to 10,000
/// @param csv        up to 10,000 lines below a head that has `phone_number`, perhaps `tz`, and the variables' names
record StartRequest(
        @NotBlank @Size(max = 200) @Schema(examples = "Plumber - London") String campaign,
        @Schema(examples = "+447700900123") String phoneNumber,
        @Schema(examples = "Europe/London") String tz,
        @Schema(examples = "{\"name\": \"Ada\"}") Map<String, String> variables,
        @Pattern(regexp = "[A-Z]{2}", message = "must be an ISO 3166 country code") @Schema(examples = "GB") String region,
        @Size(max = CandidateRows.MOST) List<Candidate> candidates,
        String csv) {}
