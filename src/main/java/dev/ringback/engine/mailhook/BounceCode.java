package dev.ringback.engine.mailhook;

import java.util.Optional;
import java.util.regex.Pattern;

/// The enhanced status code (RFC 3463) in what a far server said.
final class BounceCode {

    private static final Pattern CODE = Pattern.compile("(?<![0-9.])([245]\\.\\d{1,3}\\.\\d{1,3})(?![0-9.]*\\d)");
    private static final int MOST_CHARS = 2_000;

    private BounceCode() {}

    static Optional<String> in(Optional<String> words) {
        return words.map(text -> CODE.matcher(text.substring(0, Math.min(text.length(), MOST_CHARS)))).filter(found -> found.find())
                .map(found -> found.group(1));
    }
}
