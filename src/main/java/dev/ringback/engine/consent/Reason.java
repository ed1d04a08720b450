package dev.ringback.engine.consent;

import java.util.Locale;
import java.util.Optional;

/// Why an address is suppressed. Those that are the person's own no may spread over his addresses.
public enum Reason {
    OPTED_OUT(true),
    /// Perhaps a no: held until a human has read it.
    UNCLEAR(true),
    /// Reported as spam.
    COMPLAINED(true),
    /// The carrier keeps a STOP of its own.
    CARRIER_BLOCKED(true),
    /// The address does not exist.
    BOUNCED(false),

    /// What was sent there came back again and again; for a while.
    BOUNCING(false),
    /// Kept elsewhere until now; no START ends it.
    IMPORTED(true);

    private final boolean isPersonal;

    Reason(boolean isPersonal) {
        this.isPersonal = isPersonal;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isPersonal() {
        return isPersonal;
    }

    /// What a provider's refusal of a recipient says about him; empty where it is about this message alone.
    ///
    /// Twilio 21610: attempt to send to unsubscribed recipient. Telnyx 40300: blocked due to STOP message. Meta 131050: user has stopped
    /// marketing messages from this business.
    public static Optional<Reason> ofCarrier(String provider, String code) {
        return switch (provider + ":" + code) {
            case "twilio:21610", "telnyx:40300", "meta:131050" -> Optional.of(CARRIER_BLOCKED);
            default -> Optional.empty();
        };
    }
}
