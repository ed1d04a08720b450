package dev.ringback.engine.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;

/// Bytes and headers of a mail as text.
final class MailText {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n?");
    // Postgres keeps no U+0000 in text, and nobody types the others.
    private static final Pattern CONTROLS = Pattern.compile("[\\x00-\\x08\\x0B-\\x1F\\x7F]");
    private static final Pattern FOLDS = Pattern.compile("[\\r\\n]++[ \\t]*+");

    private MailText() {}

    /// Decodes by a charset's name. Without one, or with one that nobody knows, or that claim to be UTF-8, the bytes are UTF-8 if they can
    /// be, else windows-1252; so are those that claim ISO-8859-1 or ASCII, as in every mail program (WHATWG Encoding Standard).
    static String decode(byte[] bytes, String charset) {
        var known = known(charset == null ? "" : charset.strip().toLowerCase(Locale.ROOT));
        return known == null ? guess(bytes) : new String(bytes, known);
    }

    /// Line feeds only, no control characters but them and tabs.
    static String clean(String text) {
        return CONTROLS.matcher(LINE_ENDS.matcher(text).replaceAll("\n")).replaceAll("");
    }

    /// A header's value on one line.
    static String unfold(String value) {
        return clean(FOLDS.matcher(value.strip()).replaceAll(" "));
    }

    /// A header's value with its encoded words (RFC 2047) decoded; as it stands where they are broken.
    static String words(String value) {
        try {
            return clean(DecoderUtil.decodeEncodedWords(value, DecodeMonitor.SILENT, StandardCharsets.UTF_8)).strip();
        } catch (IllegalArgumentException _) {
            return value;
        }
    }

    /// At most `chars` UTF-16 units, never half a character.
    static String cut(String text, int chars) {
        if (text.length() <= chars) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(chars - 1)) ? chars - 1 : chars);
    }

    private static Charset known(String name) {
        return switch (name) {
            case "", "utf-8", "utf8", "us-ascii", "ascii", "unknown-8bit", "x-unknown", "8bit", "binary" -> null;
            case "iso-8859-1", "iso8859-1", "latin1" -> WINDOWS_1252;
            default -> byName(name);
        };
    }

    private static Charset byName(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static String guess(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            return new String(bytes, WINDOWS_1252);
        }
    }
}
