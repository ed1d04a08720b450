package dev.ringback.engine.consent;

import java.util.Optional;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;

/// A telephone number in the one form that is stored, compared and hashed: E.164. A number that is only possible counts: numbering
/// plans grow, and who says no with a new number must be heard.
public record PhoneNumber(String value) {

    private static final int MAX_CHARS = 40;
    private static final String NO_REGION = "ZZ";

    /// A number with its country code; answers empty for what is none.
    public static Optional<PhoneNumber> parse(String text) {
        return parse(text, NO_REGION);
    }

    /// @param region ISO 3166 code of the country in which the number would be dialled as it is written
    public static Optional<PhoneNumber> parse(String text, String region) {
        if (text.length() > MAX_CHARS) {
            return Optional.empty();
        }
        var numbers = PhoneNumberUtil.getInstance();
        try {
            var number = numbers.parse(text, region);
            return numbers.isPossibleNumber(number) ? Optional.of(new PhoneNumber(numbers.format(number, PhoneNumberFormat.E164))) : Optional.empty();
        } catch (NumberParseException _) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
