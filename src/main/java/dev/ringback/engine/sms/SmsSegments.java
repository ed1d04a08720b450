package dev.ringback.engine.sms;

import java.util.stream.IntStream;

/// How many messages a network makes of a text: 3GPP TS 23.038 §6.2.1 (alphabet) and 23.040 §9.2.3.24.1 (parts).
///
/// One character outside of GSM-7 makes the whole text UCS-2. A character of two units isn't split between parts, so the units of a
/// text don't tell its parts.
///
/// @param units septets or UTF-16 code units
public record SmsSegments(Encoding encoding, int units, int segments) {

    public enum Encoding {
        GSM_7(160, 153),
        UCS_2(70, 67);

        private final int alone;
        private final int inPart;

        Encoding(int alone, int inPart) {
            this.alone = alone;
            this.inPart = inPart;
        }
    }

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
            + "¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENDED = "\f^{}\\[~]|€";

    public static SmsSegments of(String text) {
        var gsm = text.codePoints().allMatch(character -> BASIC.indexOf(character) >= 0 || EXTENDED.indexOf(character) >= 0);
        return gsm
                ? of(Encoding.GSM_7, text.codePoints().map(character -> EXTENDED.indexOf(character) >= 0 ? 2 : 1))
                : of(Encoding.UCS_2, text.codePoints().map(Character::charCount));
    }

    private static SmsSegments of(Encoding encoding, IntStream widths) {
        var each = widths.toArray();
        var units = IntStream.of(each).sum();
        return new SmsSegments(encoding, units, units <= encoding.alone ? 1 : parts(each, encoding.inPart));
    }

    private static int parts(int[] widths, int room) {
        var parts = 1;
        var used = 0;
        for (var width : widths) {
            if (used + width > room) {
                parts++;
                used = 0;
            }
            used += width;
        }
        return parts;
    }
}
