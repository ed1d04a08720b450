package dev.ringback.engine.consent;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A mail address in the one form that is stored, compared and hashed: lower case, the domain in its ASCII form (IDNA),
/// nothing else stripped. `a+b@…` and `a@…` are two people.
public record EmailAddress(String value) {

    // RFC 5321 §4.5.3.1: 64 octets before the @, 255 behind it. Read before anything that costs more than its length.
    private static final int MAX_CHARS = 320;
    // No quoted local part, and nothing that cannot be seen: \p{C} holds control and format characters of all of Unicode.
    private static final Pattern LOCAL = Pattern.compile("[^\\s@<>()\\[\\]\\\\,;:\"\\p{C}\\p{Z}]{1,64}");
    private static final Pattern DOMAIN = Pattern.compile("(?=.{1,255}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*");

    /// Answers empty for what is no address.
    public static Optional<EmailAddress> parse(String text) {
        var address = text.strip();
        var at = address.lastIndexOf('@');
        if (address.length() > MAX_CHARS || at < 1 || !LOCAL.matcher(address.substring(0, at)).matches()) {
            return Optional.empty();
        }
        return domain(address.substring(at + 1))
                .map(domain -> new EmailAddress(address.substring(0, at).toLowerCase(Locale.ROOT) + "@" + domain));
    }

    // The JDK's tables are those of Unicode 3.2: letters that are younger would count as unassigned.
    private static Optional<String> domain(String text) {
        try {
            return Optional.of(IDN.toASCII(text, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT)).filter(domain -> DOMAIN.matcher(domain).matches());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
