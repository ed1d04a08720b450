package dev.ringback.growth.sender;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A client's own mail server.
///
/// @param smtpUsername null where the server asks for none
record OwnServer(
        @NotNull @Email @Size(max = 254) @Schema(examples = "hello@maple-roofing.example") String outboundEmail,
        @NotBlank @Size(max = 253) @Schema(examples = "smtp.maple-roofing.example") String smtpHost,
        @NotNull @Min(1) @Max(65535) @Schema(examples = "587") Integer smtpPort,
        @Size(min = 1, max = 254) @Schema(examples = "hello@maple-roofing.example") String smtpUsername,
        @Size(min = 1, max = 500) @Schema(examples = "the server's password") String smtpPassword) {

    @Override
    public String toString() {
        return "OwnServer[%s]".formatted(smtpHost);
    }
}
