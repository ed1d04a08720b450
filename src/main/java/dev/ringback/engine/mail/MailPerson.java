package dev.ringback.engine.mail;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.apache.james.mime4j.stream.ParserCursor;
import org.apache.james.mime4j.util.ByteArrayBuffer;

import dev.ringback.engine.consent.EmailAddress;

/// A name and an address from a mail's header. The address is normal or empty.
record MailPerson(String name, String address) {

    private static final int MAX_PER_HEADER = 500;
    private static final int MAX_VALUES = 50;
    // The parser reads a header whole, and its time grows faster than the header: a megabyte of them would take minutes.
    private static final int MAX_VALUE_CHARS = 32_768;

    /// All whom a header names, groups opened up, those without an address included; at most 500. Of a longer header only the
    /// beginning is read.
    static List<MailPerson> in(MailPart part, String header) {
        return part.headers.getOrDefault(header, List.of()).stream().limit(MAX_VALUES).map(value -> MailText.cut(value, MAX_VALUE_CHARS))
                .flatMap(value -> mailboxes(value).stream()).limit(MAX_PER_HEADER)
                .map(MailPerson::of).toList();
    }

    private static MailPerson of(Mailbox mailbox) {
        var name = mailbox.getName() == null ? "" : MailText.words(utf8(mailbox.getName()));
        var domain = mailbox.getDomain() == null ? "" : utf8(mailbox.getDomain());
        var address = EmailAddress.parse(utf8(mailbox.getLocalPart()) + "@" + domain);
        return new MailPerson(name, address.map(EmailAddress::value).orElse(""));
    }

    // The parser takes bytes for characters and, given a string, cuts it short by what its bytes are longer.
    private static List<Mailbox> mailboxes(String value) {
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        return LenientAddressParser.DEFAULT.parseAddressList(new ByteArrayBuffer(bytes, true), new ParserCursor(0, bytes.length)).flatten();
    }

    /// Undoes "bytes for characters" where it was done; a name from an encoded word is right already.
    private static String utf8(String text) {
        if (text.chars().allMatch(c -> c < 0x80) || text.chars().anyMatch(c -> c > 0xFF)) {
            return text;
        }
        var decoded = new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return decoded.indexOf('\uFFFD') < 0 ? decoded : text;
    }
}
