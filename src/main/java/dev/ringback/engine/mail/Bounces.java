package dev.ringback.engine.mail;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds what a mail says of another one that could not be delivered: as a report (RFC 3464), or in the words of servers that are older
/// than reports (Exim, qmail).
final class Bounces {

    private static final Pattern QMAIL = Pattern.compile("(?s)\\A\\s*Hi\\. This is the qmail-send program.{0,2000}?\\n<([^<>\\s]{3,320})>:\\n.*");
    private static final Pattern STATUS = Pattern.compile("(?:#|\\b[45]\\d\\d[ -])([45]\\.\\d{1,3}\\.\\d{1,3})\\b");
    private static final String FAILED_RECIPIENTS = "x-failed-recipients";
    private static final String UNKNOWN = "5.0.0";
    private static final String GAVE_UP = "permanent error";

    private Bounces() {}

    /// Null where the mail is no bounce.
    static BounceReport in(MailPart root, List<MailPart> parts, Function<MailPart, String> text) {
        if (parts.isEmpty()) {
            return null;
        }
        if (root.type().equals("multipart/report")) {
            return parts.stream().filter(part -> part.type().endsWith("delivery-status")).findFirst()
                    .map(part -> BounceReport.read(part.content.toString(), original(root, parts))).orElse(null);
        }
        return inWords(root, text.apply(root));
    }

    private static BounceReport inWords(MailPart root, String text) {
        var qmail = QMAIL.matcher(text);
        var recipient = qmail.matches() ? qmail.group(1) : root.header(FAILED_RECIPIENTS).split(",", 2)[0].strip();
        if (recipient.isEmpty() || !qmail.matches() && !text.contains(GAVE_UP)) {
            return null;
        }
        var status = STATUS.matcher(text);
        var report = "Final-Recipient: rfc822; %s\nAction: failed\nStatus: %s".formatted(recipient, status.find() ? status.group(1) : UNKNOWN);
        return BounceReport.read(report, headerLine(text));
    }

    // The original comes back as a mail, as its headers alone, or not at all: then the report is an answer to it.
    private static String original(MailPart root, List<MailPart> parts) {
        var returned = parts.stream().skip(1).map(Bounces::returned);
        var reported = parts.stream().map(part -> line(part.content.toString(), "x-original-message-id:"));
        var answered = Stream.concat(Stream.of(MailParser.id(root, "in-reply-to")), MailParser.ids(root.header("references")).reversed().stream());
        return Stream.of(returned, reported, answered).flatMap(ids -> ids).filter(id -> !id.isEmpty()).findFirst().orElse("");
    }

    private static String returned(MailPart part) {
        return switch (part.type()) {
            case "text/rfc822-headers", "message/global", "message/global-headers" -> headerLine(part.content.toString());
            default -> MailParser.id(part, "message-id");
        };
    }

    private static String headerLine(String text) {
        return line(text, "message-id:");
    }

    private static String line(String text, String name) {
        return text.lines().filter(line -> line.regionMatches(true, 0, name, 0, name.length())).map(MailParser::ids).flatMap(List::stream)
                .findFirst().orElse("");
    }
}
