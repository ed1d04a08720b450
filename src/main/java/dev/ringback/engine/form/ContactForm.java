package dev.ringback.engine.form;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/// The form of a page by which one writes to its owner.
final class ContactForm {

    sealed interface Search {

        record Found(ContactForm form) implements Search {}

        record None(String reason) implements Search {}
    }

    private static final String CAPTCHA =
            ".g-recaptcha, .h-captcha, .cf-turnstile, [data-sitekey], iframe[src*=captcha], script[src*=recaptcha/api.js]";
    private static final String WRITABLE = "textarea, input[type=email], input[type=text], input[type=tel], input:not([type])";
    private static final String PRESSABLE = "input[type=submit], input[type=image], button:not([type]), button[type=submit]";

    private final FormElement element;
    private final List<Control> controls;

    private ContactForm(FormElement element) {
        this.element = element;
        this.controls = element.select("input, select, textarea").stream().filter(control -> !control.attr("name").isEmpty())
                .filter(control -> !control.hasAttr("disabled")).map(control -> Control.of(control, element))
                .collect(Collectors.collectingAndThen(Collectors.toList(), ContactForm::amongOthers));
    }

    /// @param fields what is to be said, by the form's own names or by [Meaning#key]
    static Search in(Document page, Map<String, String> fields) {
        var forms = page.select("form").stream().map(FormElement.class::cast).filter(form -> !form.select(WRITABLE).isEmpty())
                .filter(form -> form.select("input[type=password]").isEmpty()).map(ContactForm::new).toList();
        var best = forms.stream().filter(form -> form.says(fields)).max(Comparator.comparingLong(form -> form.score(fields)));
        return best.map(form -> form.obstacle().<Search>map(Search.None::new).orElse(new Search.Found(form)))
                .orElseGet(() -> new Search.None(missing(page, forms)));
    }

    private static String missing(Document page, List<ContactForm> forms) {
        return forms.isEmpty() && !page.select("script").isEmpty() ? "form_needs_scripts" : "form_not_found";
    }

    FormElement element() {
        return element;
    }

    List<Control> controls() {
        return controls;
    }

    /// The button that a person would press.
    Optional<Element> button() {
        return element.select(PRESSABLE).stream().filter(button -> !button.attr("name").isEmpty()).findFirst();
    }

    private boolean says(Map<String, String> fields) {
        return !fields.containsKey("message") || controls.stream().anyMatch(control -> control.isFor("message"));
    }

    // "Nom" beside "Prénom" is the last name, "Nombre" beside "Apellidos" the first.
    private static List<Control> amongOthers(List<Control> controls) {
        var asksFirst = controls.stream().anyMatch(control -> control.meaning().equals(Optional.of(Meaning.FIRST_NAME)));
        var asksLast = controls.stream().anyMatch(control -> control.meaning().equals(Optional.of(Meaning.LAST_NAME)));
        return asksFirst == asksLast
                ? controls
                : controls.stream().map(control -> control.insteadOfName(asksFirst ? Meaning.LAST_NAME : Meaning.FIRST_NAME)).toList();
    }

    private long score(Map<String, String> fields) {
        return controls.stream().filter(control -> fields.keySet().stream().anyMatch(control::isFor)).count() * 2
                + (element.select("textarea").isEmpty() ? 0 : 1);
    }

    private Optional<String> obstacle() {
        if (!element.select(CAPTCHA).isEmpty() || !element.ownerDocument().select("script[src*=recaptcha/api.js]").isEmpty()) {
            return Optional.of("form_needs_captcha");
        }
        return isScripted() ? Optional.of("form_needs_scripts") : Optional.empty();
    }

    private boolean isScripted() {
        var action = element.attr("action").strip().toLowerCase(Locale.ROOT);
        var handler = element.attr("onsubmit").replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
        return action.startsWith("javascript:") || action.startsWith("mailto:") || handler.contains("returnfalse")
                || handler.contains("preventdefault")
                || Stream.of("@submit", "v-on:submit", "ng-submit", "(submit)", "data-remote-only").anyMatch(element::hasAttr)
                || element.select(PRESSABLE).isEmpty();
    }
}
