package dev.ringback.growth.client;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.DynamicUpdate;

/// What a client may see and change of its own row. Columns that it may not read are not mapped.
@Entity
@DynamicUpdate
@Table(schema = "growth", name = "clients")
class ClientSettings {

    @Id
    @Column(name = "client_id")
    UUID clientId;
    @Column(name = "business_name")
    String businessName;
    @Column(name = "contact_name")
    String contactName;
    String language;
    @Column(name = "email_tone")
    String emailTone;
    @Column(name = "followup_speed")
    String followupSpeed;
    @Column(name = "ai_personalized_reply")
    Boolean aiPersonalizedReply;
    @Column(name = "booking_link")
    String bookingLink;
    @Column(name = "custom_tagline")
    String customTagline;
    @Column(name = "outbound_email")
    String outboundEmail;
    @Column(name = "time_zone")
    String timeZone;
    @Column(name = "smtp_host", updatable = false)
    String smtpHost;
    @Column(name = "smtp_verified_at", updatable = false)
    Instant smtpVerifiedAt;
    @Column(name = "api_key_prefix", updatable = false)
    String apiKeyPrefix;

    SettingsView view() {
        return new SettingsView(clientId, businessName, contactName, language, emailTone, followupSpeed, aiPersonalizedReply, bookingLink,
                customTagline, outboundEmail, timeZone, smtpHost, smtpVerifiedAt, apiKeyPrefix);
    }
}
