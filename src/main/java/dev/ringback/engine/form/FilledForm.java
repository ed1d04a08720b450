package dev.ringback.engine.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jsoup.nodes.Element;

/// What a browser would send: HTML Living Standard §4.10.21.4, "constructing the entry list".
sealed interface FilledForm {

    /// @param entries in the form's order; names may repeat
    record Entries(List<Map.Entry<String, String>> entries) implements FilledForm {}

    record Unfillable(String reason) implements FilledForm {}

    static FilledForm of(ContactForm form, Map<String, String> said) {
        var fields = withNames(said);
        var entries = new ArrayList<Map.Entry<String, String>>();
        for (var control : form.controls()) {
            var value = value(control, fields);
            if (value.isEmpty() && control.isRequired() && !isChosenElsewhere(control, form)) {
                return new Unfillable("form_requires_%s".formatted(control.meaning().map(Meaning::key).orElse("more")));
            }
            if (value.filter(text -> isTooLong(control, text)).isPresent()) {
                return new Unfillable("form_too_short_for_%s".formatted(control.meaning().map(Meaning::key).orElse("text")));
            }
            value.or(() -> control.isText() || control.type().equals("hidden") ? Optional.of("") : Optional.empty())
                    .ifPresent(text -> entries.add(Map.entry(control.name(), text)));
        }
        form.button().ifPresent(button -> entries.add(Map.entry(button.attr("name"), button.attr("value"))));
        return new Entries(List.copyOf(entries));
    }

    /// Both ways of asking for a name can be answered from either.
    private static Map<String, String> withNames(Map<String, String> said) {
        var fields = new HashMap<>(said);
        var parts = said.getOrDefault("name", "").strip().split("\\s+", 2);
        fields.putIfAbsent("first_name", parts[0]);
        fields.putIfAbsent("last_name", parts.length > 1 ? parts[1] : parts[0]);
        fields.putIfAbsent("name", "%s %s".formatted(said.getOrDefault("first_name", ""), said.getOrDefault("last_name", "")).strip());
        fields.values().removeIf(String::isBlank);
        return fields;
    }

    // Empty where nothing is said and nothing stands there.
    private static Optional<String> value(Control control, Map<String, String> fields) {
        var said = Optional.ofNullable(fields.get(control.name()))
                .or(() -> fields.entrySet().stream().filter(field -> control.isFor(field.getKey())).map(Map.Entry::getValue).findFirst());
        return switch (control.type()) {
            case "hidden" -> Optional.of(control.element().attr("value"));
            case "select" -> said.flatMap(text -> option(control.element(), text)).or(() -> standing(control.element()));
            case "checkbox" ->
                    control.element().hasAttr("checked") || control.isRequired() || said.isPresent() ? Optional.of(mark(control)) : Optional.empty();
            case "radio" -> control.element().hasAttr("checked") ? Optional.of(mark(control)) : Optional.empty();
            case "submit", "button", "image", "reset", "file", "password" -> Optional.empty();
            default -> said.or(() -> Optional.of(control.element().val()).filter(text -> !text.isEmpty()));
        };
    }

    private static String mark(Control control) {
        return control.element().hasAttr("value") ? control.element().attr("value") : "on";
    }

    private static Optional<String> option(Element select, String text) {
        return select.select("option").stream().filter(option -> option.val().equalsIgnoreCase(text) || option.text().equalsIgnoreCase(text))
                .map(FilledForm::optionValue).findFirst();
    }

    private static Optional<String> standing(Element select) {
        return select.select("option[selected]").stream().findFirst().or(() -> select.select("option:not([disabled])").stream().findFirst())
                .map(FilledForm::optionValue).filter(value -> !value.isEmpty() || !select.hasAttr("required"));
    }

    private static String optionValue(Element option) {
        return option.hasAttr("value") ? option.attr("value") : option.text();
    }

    private static boolean isChosenElsewhere(Control control, ContactForm form) {
        return control.type().equals("radio") && form.controls().stream()
                .anyMatch(other -> other.name().equals(control.name()) && other.element().hasAttr("checked"));
    }

    private static boolean isTooLong(Control control, String text) {
        var most = control.element().attr("maxlength");
        return control.isText() && most.matches("\\d{1,8}") && text.length() > Integer.parseInt(most);
    }
}
