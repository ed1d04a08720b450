package dev.ringback.engine.mail;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import dev.ringback.engine.consent.EmailAddress;

/// What a delivery status notification says about one recipient (RFC 3464). Fields that it lacks are empty.
///
/// @param recipient the address that was written to, lower-case, IDNA domain: Original-Recipient, else Final-Recipient
/// @param action `failed`, `delayed`, `delivered`, `relayed` or `expanded`
/// @param status enhanced status code (RFC 3463), such as `5.1.1`
/// @param diagnostic what the far server said, at most 500 characters
/// @param permanent whether the address failed for good: action `failed` with a status of class 5
/// @param originalMessageId Message-ID of the mail that bounced, without angle brackets
public record BounceReport(String recipient, String action, String status, String diagnostic, boolean permanent, String originalMessageId) {

    private static final int MAX_RECIPIENTS = 100;
    private static final int MAX_DIAGNOSTIC = 500;
    private static final Pattern GROUPS = Pattern.compile("\\n[ \\t]*\\n");
    private static final Pattern FOLD = Pattern.compile("\\n[ \\t]+");
    private static final Pattern STATUS = Pattern.compile("[245]\\.\\d{1,3}\\.\\d{1,3}");

    /// Reads the body of a `message/delivery-status` part with line feeds only. Of several recipients the worst is taken: a
    /// permanent failure before any failure before the first. Null where no group names a recipient.
    static BounceReport read(String body, String originalMessageId) {
        var reports = GROUPS.splitAsStream(body).limit(MAX_RECIPIENTS).map(BounceReport::fields).filter(BounceReport::isRecipient)
                .map(fields -> of(fields, originalMessageId)).toList();
        return reports.stream().filter(BounceReport::permanent).findFirst()
                .or(() -> reports.stream().filter(report -> report.action().equals("failed")).findFirst())
                .orElseGet(() -> reports.isEmpty() ? null : reports.getFirst());
    }

    private static boolean isRecipient(Map<String, String> fields) {
        return fields.containsKey("final-recipient") || fields.containsKey("original-recipient");
    }

    private static BounceReport of(Map<String, String> fields, String originalMessageId) {
        var recipient = address(fields.getOrDefault("original-recipient", ""));
        var action = fields.getOrDefault("action", "").toLowerCase(Locale.ROOT);
        var status = STATUS.matcher(fields.getOrDefault("status", ""));
        var code = status.find() ? status.group() : "";
        var diagnostic = fields.getOrDefault("diagnostic-code", "");
        return new BounceReport(recipient.isEmpty() ? address(fields.getOrDefault("final-recipient", "")) : recipient, action, code,
                diagnostic.substring(0, Math.min(diagnostic.length(), MAX_DIAGNOSTIC)), action.equals("failed") && code.startsWith("5"),
                originalMessageId);
    }

    // "rfc822; bob@example.com": the type of the address stands before it, and some servers add angle brackets.
    private static String address(String field) {
        var bare = field.substring(field.indexOf(';') + 1).strip().replaceAll("^<|>$", "");
        return EmailAddress.parse(bare).map(EmailAddress::value).orElse("");
    }

    private static Map<String, String> fields(String group) {
        var fields = new LinkedHashMap<String, String>();
        for (var line : lines(group)) {
            var colon = line.indexOf(':');
            if (colon > 0) {
                fields.putIfAbsent(line.substring(0, colon).strip().toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
            }
        }
        return fields;
    }

    private static List<String> lines(String group) {
        return Arrays.asList(FOLD.matcher(group).replaceAll(" ").split("\n"));
    }
}
