package dev.ringback.engine.channel;

import java.net.URI;
import java.util.List;
import java.util.Map;

/// What a message says, in the form that its channel takes. An adapter that is handed another form refuses it for good, as
/// `content_unsupported`.
public sealed interface Content {

    /// @param html    null for text alone
    /// @param headers beside those that every mail of ours carries, for example `List-Unsubscribe`
    record Mail(String subject, String text, String html, Map<String, String> headers) implements Content {}

    /// A text message, or a WhatsApp message inside the window that the person's own message opened.
    ///
    /// @param media addresses that the provider fetches
    record Text(String text, List<URI> media) implements Content {}

    /// A template that WhatsApp has approved.
    ///
    /// @param language   as the provider names it, for example `en_US`
    /// @param parameters of its body, in order
    record ApprovedTemplate(String name, String language, List<String> parameters) implements Content {}

    /// A call that an agent leads.
    ///
    /// @param opening      what is said first
    /// @param instructions what travels to the agent: prompts, limits, facts
    record Call(String opening, Map<String, Object> instructions) implements Content {}

    /// A form on somebody's page.
    ///
    /// @param fields by the names that the form gives them
    record Form(URI page, Map<String, String> fields) implements Content {}
}
