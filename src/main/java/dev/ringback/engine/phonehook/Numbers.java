package dev.ringback.engine.phonehook;

import java.util.Optional;

import dev.ringback.engine.consent.PhoneNumber;

/// Telephone numbers as providers write them: with a plus or without, with the channel before them.
final class Numbers {

    private Numbers() {}

    /// What is no number, as a short code or a name, stays what it is.
    static String normal(String text) {
        var bare = text.replaceFirst("^whatsapp:", "").strip();
        return PhoneNumber.parse(bare.startsWith("+") ? bare : "+" + bare).map(PhoneNumber::value).orElse(bare);
    }

    static Optional<String> normal(Optional<String> text) {
        return text.filter(number -> !number.isBlank()).map(Numbers::normal);
    }
}
