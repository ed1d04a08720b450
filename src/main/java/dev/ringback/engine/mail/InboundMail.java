package dev.ringback.engine.mail;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// A mail that arrived, decoded. Texts that the mail lacks are empty; message ids stand without angle brackets.
///
/// @param references ids of the thread, oldest first, at most the last 100
/// @param from address, lower-case, IDNA domain; empty only for a bounce whose sender is no address
/// @param to addresses of To, Cc, Delivered-To and X-Original-To, each once, in this order
/// @param text what the mail says, plain, line feeds only, quotations of HTML marked by `> `; at most 65,536 characters
/// @param headers all headers of the mail itself by lower-case name, unfolded and decoded
/// @param date the Date header; null if it is missing or not to be read
/// @param bounce what a delivery report says; null for every other mail
public record InboundMail(String messageId, String inReplyTo, List<String> references, String from, String fromName, List<String> to, String subject,
        String text, Map<String, List<String>> headers, Instant date, BounceReport bounce) implements ParsedMail {

    public InboundMail {
        references = List.copyOf(references);
        to = List.copyOf(to);
        headers = Map.copyOf(headers);
    }
}
