package dev.ringback.engine.progress;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import dev.ringback.engine.inbox.InboxItem;
import dev.ringback.engine.message.MessageStatus;

/// What a provider's words for a message come down to.
///
/// @param ours   our id of the message, as it came back; anything else where it didn't
/// @param theirs the provider's id; null where it is another one than it gave when it took the message
public record Reported(Optional<String> ours, String theirs) {

    private static final String UUID_FORM = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final String SECONDS = "\\d{1,11}(\\.\\d{1,9})?|\\d\\.\\d{1,15}E\\d{1,2}";
    private static final int LONGEST_CODE = 60;
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    /// Empty where nothing tells which message it is about.
    public Optional<ProviderEvent> event(InboxItem item, MessageStatus status, Instant at, Map<String, Object> detail) {
        return event(item, item.provider(), status, at, detail);
    }

    /// @param provider the name under which its adapter sends
    public Optional<ProviderEvent> event(InboxItem item, String provider, MessageStatus status, Instant at, Map<String, Object> detail) {
        return message().isEmpty() && theirs == null ? Optional.empty()
                : Optional.of(new ProviderEvent(message().orElse(null), provider, theirs, item.eventId(), status, at, detail));
    }

    public Optional<UUID> message() {
        return ours.filter(id -> id.matches(UUID_FORM)).map(UUID::fromString);
    }

    /// Our id in the Message-ID that a mail carries; empty where that is another one.
    public static Optional<String> inMessageId(Optional<String> messageId) {
        return messageId.map(id -> id.replaceAll("^<|@.*$", ""));
    }

    /// Of a failure or a bounce.
    ///
    /// @param code of RFC 3463 where there is one, else the provider's own
    public static Map<String, Object> failure(String provider, String code, boolean permanent) {
        var plain = code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]+", "-").replaceAll("^-|-$", "");
        var bounded = plain.substring(0, Math.min(plain.length(), LONGEST_CODE));
        return Map.of("reason", bounded.isEmpty() ? provider + "_failed" : "%s_%s".formatted(provider, bounded), "code", bounded, "permanent",
                permanent);
    }

    /// As reported, and at the latest when it arrived; of a time that cannot be, when it arrived.
    ///
    /// @param text seconds since 1970, perhaps with a fraction, or ISO 8601
    public static Instant at(InboxItem item, Optional<String> text) {
        return text.flatMap(Reported::instant).filter(at -> at.isAfter(EARLIEST) && at.isBefore(item.receivedAt())).orElse(item.receivedAt());
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(text.matches(SECONDS)
                    ? Instant.ofEpochMilli(new BigDecimal(text).movePointRight(3).longValue())
                    : OffsetDateTime.parse(text.replace(' ', 'T').replaceFirst("([+-]\\d\\d)$", "$1:00")).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
