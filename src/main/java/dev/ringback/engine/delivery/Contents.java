package dev.ringback.engine.delivery;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.channel.Content;
import dev.ringback.engine.facts.Sendable;
import dev.ringback.engine.template.Rendering.Rendered;
import dev.ringback.engine.template.Template;

/// What was rendered, in the form that its channel takes.
final class Contents {

    /// Where a form's message names the values of its fields.
    private static final String FORM_FIELDS = "form_fields";

    private Contents() {}

    /// @param headers of a mail, beside those that every mail carries
    /// @throws IllegalArgumentException for what the channel cannot take, machine-readable
    static Content of(Sendable message, Rendered rendered, Map<String, String> headers) {
        return switch (message.channel()) {
            case EMAIL -> new Content.Mail(rendered.subject(), rendered.text(), rendered.html(), headers);
            case SMS -> new Content.Text(rendered.text(), List.of());
            case WHATSAPP -> message.template().map(Template::approved)
                    .<Content>map(approved -> new Content.ApprovedTemplate(approved.name(), approved.language(), parameters(approved, message)))
                    .orElseGet(() -> new Content.Text(rendered.text(), List.of()));
            case VOICE -> new Content.Call(rendered.text(), message.variables());
            case WEB_FORM -> new Content.Form(page(message.to()), fields(message.variables(), rendered));
        };
    }

    /// The same at every attempt. A mail's is a Message-ID of the sender's own domain.
    static String reference(Sendable message, String from) {
        return message.channel() == Channel.EMAIL ? "%s@%s".formatted(message.id(), from.substring(from.lastIndexOf('@') + 1))
                : message.id().toString();
    }

    private static List<String> parameters(Template.Approved approved, Sendable message) {
        return approved.parameters().stream().map(name -> parameter(name, message.variables())).toList();
    }

    private static String parameter(String name, Map<String, Object> variables) {
        if (variables.get(name) == null) {
            throw new IllegalArgumentException("template_variable_missing:" + name);
        }
        return variables.get(name).toString();
    }

    private static URI page(String address) {
        try {
            return URI.create(address);
        } catch (IllegalArgumentException _) {
            throw new IllegalArgumentException("invalid_address");
        }
    }

    // What the fields don't say themselves the template does.
    private static Map<String, String> fields(Map<String, Object> variables, Rendered rendered) {
        var filled = new HashMap<>(Map.of("subject", rendered.subject(), "message", rendered.text()));
        if (variables.get(FORM_FIELDS) instanceof Map<?, ?> fields) {
            fields.forEach((name, value) -> filled.put(name.toString(), value.toString()));
        }
        return filled;
    }
}
