package dev.ringback.engine.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.field.DateTimeFieldLenientImpl;
import org.apache.james.mime4j.parser.MimeStreamParser;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.RawField;

import dev.ringback.engine.mail.ParsedMail.Unreadable;

/// Takes a raw mail apart (RFC 5322, MIME). Never throws: what cannot be read is an [Unreadable], a broken part an empty one.
public final class MailParser {

    /// Longest text that is kept, in UTF-16 units.
    public static final int MAX_TEXT_CHARS = 65_536;

    private static final int MAX_RAW_BYTES = 64 << 20;
    private static final int MAX_HEADER_BYTES = 256 << 10;
    private static final int MAX_HEADERS = 1_000;
    private static final int MAX_ADDRESSES = 500;
    private static final int MAX_REFERENCES = 100;
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
    private static final Pattern MESSAGE_ID = Pattern.compile("<\\s*([^<>\\s]{1,250})\\s*>");

    // RFC 5322 section 4.3; mime4j reads them as UTC.
    private static final Map<String, String> OLD_ZONES = Map.of("EDT", "-0400", "EST", "-0500", "CDT", "-0500", "CST", "-0600", "MDT", "-0600", "MST",
            "-0700", "PDT", "-0700", "PST", "-0800");
    private static final Pattern OLD_ZONE = Pattern.compile("\\b[ECMP][DS]T\\b");

    private MailParser() {}

    /// Reads the bytes as they came over SMTP or from a mailbox.
    public static ParsedMail parse(byte[] raw) {
        if (raw.length > MAX_RAW_BYTES) {
            return new Unreadable("too-large");
        }
        var reader = new PartReader();
        try {
            parser(reader).parse(new ByteArrayInputStream(raw));
        } catch (PartReader.BeyondBound beyond) {
            return new Unreadable(beyond.getMessage());
        } catch (MimeException | IOException _) {
            return new Unreadable("malformed");
        }
        return answer(reader.root(), reader.parts());
    }

    private static MimeStreamParser parser(PartReader reader) {
        var limits = MimeConfig.custom().setMaxLineLen(-1).setMaxHeaderLen(MAX_HEADER_BYTES).setMaxHeaderCount(MAX_HEADERS).build();
        var parser = new MimeStreamParser(limits);
        parser.setContentDecoding(true);
        parser.setContentHandler(reader);
        return parser;
    }

    private static ParsedMail answer(MailPart root, List<MailPart> parts) {
        var bounce = Bounces.in(root, parts, MailParser::text);
        var sender = MailPerson.in(root, "from").stream().filter(person -> !person.address().isEmpty()).findFirst();
        if (sender.isEmpty() && bounce == null) {
            return new Unreadable(root.header("from").isBlank() ? "no-from" : "bad-from");
        }
        var to = Stream.of("to", "cc", "delivered-to", "x-original-to").flatMap(name -> MailPerson.in(root, name).stream()).map(MailPerson::address)
                .filter(address -> !address.isEmpty()).distinct().limit(MAX_ADDRESSES).toList();
        var references = ids(root.header("references"));
        return new InboundMail(id(root, "message-id"), id(root, "in-reply-to"),
                references.subList(Math.max(0, references.size() - MAX_REFERENCES), references.size()), sender.map(MailPerson::address).orElse(""),
                sender.map(MailPerson::name).orElse(""), to, MailText.words(root.header("subject")),
                MailText.cut(text(root).strip(), MAX_TEXT_CHARS), decoded(root.headers), date(root.header("date")), bounce);
    }

    private static String text(MailPart part) {
        if (part.children.isEmpty()) {
            return leaf(part);
        }
        return switch (part.type()) {
            case "message/rfc822", "message/global" -> "";
            case "multipart/report" -> text(part.children.getFirst());
            case "multipart/alternative" -> alternative(part);
            default -> part.children.stream().map(MailParser::text).filter(text -> !text.isBlank()).collect(Collectors.joining("\n\n"));
        };
    }

    private static String leaf(MailPart part) {
        return switch (part.type()) {
            case "text/html" -> HtmlText.of(part.content.toString());
            case "text/calendar", "text/css", "text/x-amp-html", "text/x-vcard", "text/vcard", "text/rfc822-headers" -> "";
            case "message/delivery-status", "message/global-delivery-status", "message/global", "message/global-headers" -> "";
            default -> part.content.toString();
        };
    }

    private static String alternative(MailPart part) {
        var plainFirst = Stream.concat(part.children.stream().filter(child -> child.type().equals("text/plain")), part.children.stream());
        return plainFirst.map(MailParser::text).filter(text -> !text.isBlank()).findFirst().orElse("");
    }

    static String id(MailPart part, String header) {
        var ids = ids(part.header(header));
        var bare = part.header(header);
        return ids.isEmpty() && !bare.contains(" ") && bare.length() <= 250 ? bare : ids.isEmpty() ? "" : ids.getFirst();
    }

    static List<String> ids(String value) {
        return MESSAGE_ID.matcher(value).results().map(MatchResult::group).map(id -> id.substring(1, id.length() - 1).strip()).toList();
    }

    private static Map<String, List<String>> decoded(Map<String, List<String>> headers) {
        var decoded = new LinkedHashMap<String, List<String>>();
        headers.forEach((name, values) -> decoded.put(name, values.stream().map(MailText::words).toList()));
        return decoded;
    }

    private static Instant date(String value) {
        var numeric = OLD_ZONE.matcher(value).replaceFirst(zone -> OLD_ZONES.get(zone.group()));
        var date = DateTimeFieldLenientImpl.PARSER.parse(new RawField("Date", numeric), DecodeMonitor.SILENT).getDate();
        var instant = date == null ? null : date.toInstant();
        return instant == null || instant.isBefore(EARLIEST) || instant.isAfter(LATEST) ? null : instant;
    }
}
