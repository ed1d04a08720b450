package dev.ringback.engine.form;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Where and how a filled form goes.
sealed interface FormSubmission {

    record Get(URI to) implements FormSubmission {}

    record Post(URI to, FormBody body) implements FormSubmission {}

    /// Empty where the form goes nowhere that HTTP reaches.
    ///
    /// @param boundary makes the parts' boundary, which must not stand in what is said
    static Optional<FormSubmission> of(Element form, Document page, List<Map.Entry<String, String>> entries, UUID boundary) {
        var action = form.attr("action").isBlank() ? page.location() : form.absUrl("action");
        return uri(action)
                .flatMap(to -> form.attr("method").equalsIgnoreCase("post") ? post(form, page, entries, to, boundary) : get(page, entries, to));
    }

    private static Optional<FormSubmission> post(Element form, Document page, List<Map.Entry<String, String>> entries, URI to, UUID boundary) {
        return switch (form.attr("enctype").toLowerCase(Locale.ROOT).strip()) {
            case "multipart/form-data" -> Optional.of(new Post(to, FormBody.multipart(entries, page.charset(), "ringback-" + boundary)));
            case "text/plain" -> Optional.empty();
            default -> Optional.of(new Post(to, FormBody.urlEncoded(entries, page.charset())));
        };
    }

    private static Optional<FormSubmission> get(Document page, List<Map.Entry<String, String>> entries, URI to) {
        var query = new String(FormBody.urlEncoded(entries, page.charset()).bytes(), UTF_8);
        return uri(to.toString().replaceAll("[?#].*", "") + "?" + query).map(Get::new);
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text.replaceAll("#.*", "").replace(" ", "%20"))).filter(URI::isAbsolute);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
