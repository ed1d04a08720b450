package dev.ringback.growth.client;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A new client. What is left out takes the table's default.
record Registration(
        @NotBlank @Size(max = 200) @Schema(examples = "Maple Roofing") String businessName,
        @NotNull @Email @Size(max = 254) @Schema(examples = "owner@maple-roofing.example") String email,
        @Size(max = 200) @Schema(examples = "Morgan Maple") String contactName,
        @Pattern(regexp = "en|fr", message = "must be en or fr") @Schema(examples = "en") String language,
        @Pattern(regexp = "Friendly|Professional|Formal|Energetic",
                message = "must be Friendly, Professional, Formal or Energetic") @Schema(examples = "Friendly") String emailTone,
        @Pattern(regexp = "Instant|Within 1 hour|Same day",
                message = "must be Instant, Within 1 hour or Same day") @Schema(examples = "Instant") String followupSpeed,
        @TimeZone @Schema(examples = "America/Toronto") String timeZone,
        @Size(max = 500) @Schema(examples = "https://maple-roofing.example/book") String bookingLink,
        @Size(max = 200) @Schema(examples = "Roofs that stay.") String customTagline,
        @Email @Size(max = 254) @Schema(examples = "hello@maple-roofing.example") String outboundEmail,
        @Size(max = 253) String smtpHost,
        @Min(1) @Max(65535) Integer smtpPort,
        @Size(max = 254) String smtpUsername,
        @Size(max = 500) String smtpPassword,
        @Size(min = 8, max = 72) String password) {

    @Override
    public String toString() {
        return "Registration[%s]".formatted(businessName);
    }
}
