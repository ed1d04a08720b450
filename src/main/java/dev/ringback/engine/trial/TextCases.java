package dev.ringback.engine.trial;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.ringback.engine.channel.Channel;

/// Texts to be read by the rules.
record TextCases(@NotNull @Size(max = 1_000) List<@NotNull @Valid Case> cases) {

    /// @param language ISO 639-1 or a locale; detected when it is left out
    record Case(
            @NotNull @Size(max = 100_000) @Schema(examples = "How much is a new roof? Please call me today.") String text,
            @NotNull @Pattern(regexp = "email|sms|voice|whatsapp|web_form") @Schema(examples = "sms") String channel,
            @Size(max = 35) @Schema(examples = "en") String language) {

        Channel way() {
            return Channel.of(channel);
        }
    }
}
