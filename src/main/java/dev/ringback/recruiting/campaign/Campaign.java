package dev.ringback.recruiting.campaign;

import java.time.Instant;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.ringback.recruiting.objective.Objective;

/// A campaign, as it is made, changed and seen. Of a change, members that are left out stay as they are.
///
/// @param templateParameters which of the candidate's variables fill the approved template
/// @param firstContact       `chat` by the opening template, or `call`
record Campaign(
        @Size(min = 1, max = 200) @Pattern(regexp = "[^/\\p{Cntrl}]*", message = "must have no slash") @Schema(
                examples = "Plumber - London") String campaign,
        @Size(max = 10_000) @Schema(examples = "Plumbers for a new estate in Hackney") String jobInfo,
        @Size(max = 50) List<@NotNull @Valid Objective> objectivesTemplate,
        @Size(max = 10_000) String promptChat,
        @Size(max = 10_000) @Schema(examples = "You talk to plumbers about a job.") String promptCall,
        @Size(max = 1_000) @Schema(examples = "Hi {{ name }}, are you interested in a plumbing job in Hackney?") String firstMessageChat,
        @Size(max = 1_000) @Schema(examples = "Hello, this is the hiring team.") String firstMessageCall,
        Instant start,
        Instant end,
        @Pattern(regexp = "[a-z0-9_]{1,512}") @Schema(examples = "job_opening") String templateName,
        @Pattern(regexp = "[A-Za-z]{2,3}(_[A-Za-z]{2,4})?") @Schema(examples = "en_GB") String templateLanguage,
        @Size(max = 20) @Schema(examples = "[\"name\"]") List<@NotBlank String> templateParameters,
        @Pattern(regexp = "[a-z0-9_]{1,512}") @Schema(examples = "job_reminder") String reminderTemplateName,
        @Pattern(regexp = "[A-Za-z]{2,3}(_[A-Za-z]{2,4})?") @Schema(examples = "en_GB") String reminderTemplateLanguage,
        @Size(max = 20) @Schema(examples = "[\"name\"]") List<@NotBlank String> reminderTemplateParameters,
        @Pattern(regexp = "chat|call", message = "must be chat or call") @Schema(examples = "chat") String firstContact,
        @Size(max = 1_000) @Schema(examples = "Are you still interested, {{ name }}?") String reminderMessageChat,
        @Size(max = 1_000) @Schema(examples = "Thank you! We will call you this week.") String closingMessageChat) {}
