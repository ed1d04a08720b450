package dev.ringback.engine.template;

import java.util.List;

/// One version of a Liquid template.
///
/// @param html     null for text alone
/// @param approved null for what is said freely
/// @param tracked  whether its mails say when they are opened
public record Template(long id, int version, String subject, String body, String html, Approved approved, boolean tracked) {

    /// As WhatsApp has approved it.
    ///
    /// @param parameters variables that fill it, in order
    public record Approved(String name, String language, List<String> parameters) {}

    public Template(long id, int version, String subject, String body) {
        this(id, version, subject, body, null, null, false);
    }
}
