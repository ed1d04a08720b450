package dev.ringback.engine.form;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;

/// One field of a form.
///
/// @param type `textarea`, `select` or the input's
record Control(Element element, String name, String type, Optional<Meaning> meaning) {

    private static final String HIDING = "display:none|visibility:hidden|left:-\\d{3,}|opacity:0(;|$)";

    static Control of(Element element, Element form) {
        var type = element.tagName().equals("input") ? element.attr("type").toLowerCase(Locale.ROOT) : element.tagName();
        return new Control(element, element.attr("name"), type.isEmpty() ? "text" : type, meaning(element, type, form));
    }

    Control insteadOfName(Meaning other) {
        return meaning.equals(Optional.of(Meaning.NAME)) ? new Control(element, name, type, Optional.of(other)) : this;
    }

    boolean isFor(String field) {
        return name.equals(field) || isText() && !isTrap() && meaning.filter(known -> known.key().equals(field)).isPresent();
    }

    boolean isText() {
        return switch (type) {
            case "text", "email", "tel", "textarea", "search", "url", "number" -> true;
            default -> false;
        };
    }

    boolean isRequired() {
        return element.hasAttr("required") || element.attr("aria-required").equals("true");
    }

    /// Hidden from people by its looks: who fills it is taken for a robot.
    boolean isTrap() {
        return Stream.concat(Stream.of(element), element.parents().stream().limit(3))
                .anyMatch(shown -> shown.attr("style").replaceAll("\\s", "").toLowerCase(Locale.ROOT).matches(".*(%s).*".formatted(HIDING))
                        || shown.hasAttr("hidden") || shown.attr("aria-hidden").equals("true"))
                || name.toLowerCase(Locale.ROOT).matches(".*(honeypot|hp_|_hp|_gotcha|bot-field).*");
    }

    // What the page declares counts before what it says to people, and that before what its author calls the field.
    private static Optional<Meaning> meaning(Element element, String type, Element form) {
        return Meaning.ofAutocomplete(element.attr("autocomplete"))
                .or(() -> byType(type))
                .or(() -> Meaning.ofText(label(element, form)))
                .or(() -> Meaning.ofText(element.attr("aria-label")))
                .or(() -> Meaning.ofText(element.attr("placeholder")))
                .or(() -> Meaning.ofText(element.attr("name")))
                .or(() -> Meaning.ofText(element.id()))
                .or(() -> type.equals("textarea") ? Optional.of(Meaning.MESSAGE) : Optional.empty());
    }

    private static Optional<Meaning> byType(String type) {
        return switch (type) {
            case "email" -> Optional.of(Meaning.EMAIL);
            case "tel" -> Optional.of(Meaning.PHONE);
            default -> Optional.empty();
        };
    }

    private static String label(Element element, Element form) {
        var named = element.id().isEmpty()
                ? Optional.<Element>empty()
                : form.select("label").stream().filter(label -> label.attr("for").equals(element.id())).findFirst();
        return named.or(() -> Optional.ofNullable(element.closest("label"))).map(Element::text).orElse("");
    }
}
