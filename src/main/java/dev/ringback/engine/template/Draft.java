package dev.ringback.engine.template;

import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A template that is to be saved.
///
/// @param bodyHtml  null for text alone
/// @param tracked  whether its mails in HTML say when they are opened and which links are followed; null leaves it as it is, at first off
/// @param variables that whoever sends it gives; those of the key's other texts are known already
record Draft(
        @NotNull @Pattern(regexp = "bids|roofing|recruiting|growth", message = "must be a pack") @Schema(examples = "growth") String pack,
        @NotBlank @Size(max = 100) @Schema(examples = "lead-reply") String key,
        @NotNull @Pattern(regexp = "[a-z]{2}") @Schema(examples = "en") String language,
        @Size(max = 50) @Schema(examples = "Neutral") String tone,
        @NotNull @Size(max = 1_000) @Schema(examples = "{{ business_name }}: your message") String subject,
        @NotNull @Size(max = 100_000) @Schema(examples = "Hello {{ name }}, we have received your message.") String bodyText,
        @Size(max = 100_000) @Schema(examples = "<p>Hello {{ name }}, we have received your message.</p>") String bodyHtml,
        @Schema(examples = "false") Boolean tracked,
        @Size(max = 100) @Schema(examples = "[\"name\",\"business_name\"]") List<@Size(max = 100) String> variables) {

    String toneOrNeutral() {
        return tone == null ? "Neutral" : tone;
    }

    List<String> declared() {
        return variables == null ? List.of() : variables;
    }
}
