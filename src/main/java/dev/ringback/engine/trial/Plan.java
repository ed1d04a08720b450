package dev.ringback.engine.trial;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.consent.Address;
import dev.ringback.engine.message.OutboundMessage;
import dev.ringback.engine.message.OutboundMessage.Conditions;
import dev.ringback.engine.message.OutboundMessage.Wording;
import dev.ringback.engine.message.Subject;
import dev.ringback.engine.place.Whereabouts;

/// A message that might be sent.
///
/// @param subjectId what the pack would be asked about; left out, the pack has no say
/// @param template  key within the pack; the step's where it is left out
/// @param zone      where the person is said to be
/// @param country   ISO 3166-1, with `region` and `postalCode` where the zone is not known
/// @param at        from when on it might leave; now where it is left out
record Plan(
        @NotBlank @Size(max = 50) @Schema(examples = "growth") String pack,
        @NotBlank @Size(max = 200) @Schema(examples = "d0000000-0000-4000-8000-000000000001") String tenant,
        @Size(max = 50) @Schema(examples = "lead") String subjectKind,
        @Size(max = 200) String subjectId,
        @NotNull @Pattern(regexp = "email|sms|voice|whatsapp|web_form") @Schema(examples = "email") String channel,
        @NotBlank @Size(max = 2_000) @Schema(examples = "sarah@chen.example") String to,
        @NotBlank @Size(max = 100) @Schema(examples = "lead-reply") String step,
        @Size(max = 100) @Schema(examples = "lead-reply") String template,
        @Size(max = 35) @Schema(examples = "en") String language,
        @Size(max = 50) @Schema(examples = "Neutral") String tone,
        @Iso(Iso.Form.ZONE) @Schema(examples = "America/Toronto") String zone,
        @Pattern(regexp = "[A-Z]{2}") @Schema(examples = "CA") String country,
        @Size(max = 10) String region,
        @Size(max = 20) String postalCode,
        @Iso(Iso.Form.INSTANT) @Schema(examples = "2026-03-27T21:00:00Z") String at,
        @Schema(examples = Plan.SARAH) Map<String, Object> variables) {

    static final String SARAH = """
            {"name":"Sarah Chen","business_name":"Maple Roofing","tagline":"","booking_link":"","urgency":"High"}""";
    private static final String NOBODY = Subject.OWN_KIND + "preview";

    boolean hasSubject() {
        return subjectKind != null && subjectId != null;
    }

    Instant from(Instant now) {
        return at == null ? now : Instant.parse(at);
    }

    boolean hasPlace() {
        return zone != null || country != null;
    }

    Whereabouts whereabouts() {
        return new Whereabouts(zone == null ? null : ZoneId.of(zone), country, region, postalCode, null);
    }

    /// @param visit one that no message has
    OutboundMessage message(UUID visit) {
        var subject = hasSubject() ? new Subject(pack, tenant, subjectKind, subjectId) : new Subject(pack, tenant, NOBODY, visit.toString());
        var wording = new Wording(Objects.requireNonNullElse(template, step), Objects.requireNonNullElse(language, "en"),
                Objects.requireNonNullElse(tone, "Neutral"));
        return new OutboundMessage(subject, step, visit.toString(), Channel.of(channel), Address.parse(to).map(Address::value).orElse(to), wording,
                Objects.requireNonNullElse(variables, Map.of()), Conditions.PLAIN);
    }
}
