package dev.ringback.growth.prospect;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import dev.ringback.engine.consent.EmailAddress;

/// Whether a row of a list can be taken in, and in what form.
final class RowCheck {

    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_ADDRESS = 2_000;
    private static final Set<String> LANGUAGES = Set.of("en", "fr");

    sealed interface Checked {

        /// @param row normalised
        record Good(ProspectRow row) implements Checked {}

        /// @param reason machine-readable
        record Bad(String reason) implements Checked {}
    }

    private RowCheck() {}

    static Checked of(ProspectRow given) {
        var row = clean(given);
        var email = Optional.ofNullable(row.contactEmail());
        if (row.businessName() == null) {
            return new Checked.Bad("no_business_name");
        }
        if (isTooLong(row.businessName()) || isTooLong(row.industry()) || isTooLong(row.region())) {
            return new Checked.Bad("too_long");
        }
        if (email.isPresent() && email.flatMap(EmailAddress::parse).isEmpty()) {
            return new Checked.Bad("invalid_email");
        }
        if (!isPage(row.website()) || !isPage(row.formUrl())) {
            return new Checked.Bad("invalid_url");
        }
        if (row.language() != null && !LANGUAGES.contains(row.language())) {
            return new Checked.Bad("unknown_language");
        }
        return new Checked.Good(row);
    }

    private static ProspectRow clean(ProspectRow row) {
        var email = text(row.contactEmail());
        var language = text(row.language());
        return new ProspectRow(text(row.businessName()), text(row.website()),
                email == null ? null : EmailAddress.parse(email).map(EmailAddress::value).orElse(email), text(row.formUrl()), text(row.industry()),
                text(row.region()), language == null ? null : language.toLowerCase(Locale.ROOT));
    }

    private static String text(String text) {
        return text == null || text.isBlank() ? null : text.strip().replace("\u0000", "");
    }

    private static boolean isTooLong(String text) {
        return text != null && text.length() > LONGEST_TEXT;
    }

    private static boolean isPage(String address) {
        if (address == null) {
            return true;
        }
        try {
            var uri = URI.create(address);
            return address.length() <= LONGEST_ADDRESS && uri.getHost() != null && uri.getScheme() != null
                    && uri.getScheme().toLowerCase(Locale.ROOT).matches("https?");
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
