package dev.ringback.growth.session;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

record SignIn(
        @NotBlank @Size(max = 254) @Schema(examples = "owner@maple-roofing.example") String email,
        @NotBlank @Size(max = 72) @Schema(examples = "correct horse battery staple") String password) {

    @Override
    public String toString() {
        return "SignIn[]";
    }
}
