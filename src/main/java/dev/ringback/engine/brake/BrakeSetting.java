package dev.ringback.engine.brake;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What shall stop. A member that is missing stands for all.
record BrakeSetting(
        @Pattern(regexp = "\\*|bids|roofing|recruiting|growth") @Schema(examples = "growth") String pack,
        @Size(min = 1, max = 200) @Schema(examples = "*") String tenant,
        @Pattern(regexp = "\\*|email|sms|voice|whatsapp|web_form") @Schema(examples = "sms") String channel,
        @NotBlank @Size(max = 200) @Schema(examples = "complaints") String reason) {

    Scope scope() {
        return Scope.of(pack, tenant, channel);
    }

    /// Which brake is meant.
    record Scope(String pack, String tenant, String channel) {

        private static final String ALL = "*";

        static Scope of(String pack, String tenant, String channel) {
            return new Scope(pack == null ? ALL : pack, tenant == null ? ALL : tenant, channel == null ? ALL : channel);
        }
    }
}
