package dev.ringback.growth.probe;

import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Whom to ask.
///
/// @param channel null for the form where there is one, else by mail
record ProbeRequest(
        @NotEmpty @Size(max = 100) List<@NotNull UUID> prospectIds,
        @Pattern(regexp = "web_form|email", message = "must be web_form or email") @Schema(examples = "web_form") String channel) {}
