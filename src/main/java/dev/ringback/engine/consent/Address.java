package dev.ringback.engine.consent;

import java.util.Locale;
import java.util.Optional;

/// Where a person is reached, normalised.
public record Address(Kind kind, String value) {

    public enum Kind {
        EMAIL,
        PHONE,
        /// Where a form stands; only a pack's row says that it is somebody's.
        PAGE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// An e-mail address, or a telephone number with its country code; empty for what is neither.
    public static Optional<Address> parse(String text) {
        return text.contains("@")
                ? EmailAddress.parse(text).map(email -> new Address(Kind.EMAIL, email.value()))
                : PhoneNumber.parse(text).map(phone -> new Address(Kind.PHONE, phone.value()));
    }

    /// Enough of it for its owner to recognise, too little for anybody else: `s…@p…`, `…67`.
    public String masked() {
        var at = value.lastIndexOf('@');
        return switch (kind) {
            case PHONE, PAGE -> "…" + value.substring(value.length() - 2);
            case EMAIL -> "%s…@%s…".formatted(value.substring(0, value.offsetByCodePoints(0, 1)), value.substring(at + 1, at + 2));
        };
    }
}
