package dev.ringback.growth.client;

import java.util.function.Consumer;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What is to be changed; members that are left out stay as they are.
record SettingsChange(
        @Size(min = 1, max = 200) String businessName,
        @Size(max = 200) String contactName,
        @Pattern(regexp = "en|fr", message = "must be en or fr") String language,
        @Pattern(regexp = "Friendly|Professional|Formal|Energetic",
                message = "must be Friendly, Professional, Formal or Energetic") @Schema(examples = "Formal") String emailTone,
        @Pattern(regexp = "Instant|Within 1 hour|Same day",
                message = "must be Instant, Within 1 hour or Same day") @Schema(examples = "Same day") String followupSpeed,
        Boolean aiPersonalizedReply,
        @Size(max = 500) String bookingLink,
        @Size(max = 200) String customTagline,
        @Email @Size(max = 254) String outboundEmail,
        @TimeZone @Schema(examples = "Europe/Paris") String timeZone) {

    void apply(ClientSettings settings) {
        set(businessName, value -> settings.businessName = value);
        set(contactName, value -> settings.contactName = value);
        set(language, value -> settings.language = value);
        set(emailTone, value -> settings.emailTone = value);
        set(followupSpeed, value -> settings.followupSpeed = value);
        set(aiPersonalizedReply, value -> settings.aiPersonalizedReply = value);
        set(bookingLink, value -> settings.bookingLink = value);
        set(customTagline, value -> settings.customTagline = value);
        set(outboundEmail, value -> settings.outboundEmail = value);
        set(timeZone, value -> settings.timeZone = value);
    }

    private static <T> void set(T value, Consumer<T> setter) {
        if (value != null) {
            setter.accept(value);
        }
    }
}
