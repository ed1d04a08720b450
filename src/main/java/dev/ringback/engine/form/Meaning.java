package dev.ringback.engine.form;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a field asks for, read from what stands at it in English, French, Spanish or German. In this order, because "company name" is no
/// name and an "email address" no address.
enum Meaning {
    EMAIL("email", "email|e mail|mail|courriel|correo|mailadresse"),
    PHONE("tel", "phone|telephone|tel|mobile|cell|telefono|movil|celular|telefon|handy|telefonnummer|rufnummer|portable"),
    COMPANY("organization", "company|organization|organisation|business|firm|entreprise|societe|empresa|firma|unternehmen"),
    FULL_NAME("name", "first and last name|nombre y apellido|nombre y apellidos|nom et prenom|nom prenom|prenom et nom|prenom nom|vor und nachname"
            + "|vorname und nachname|vorname nachname|vollstandiger name"),
    FIRST_NAME("given-name", "firstname|first name|given name|fname|prenom|primer nombre|vorname"),
    LAST_NAME("family-name", "lastname|last name|surname|family name|lname|nom de famille|apellido|apellidos|nachname|familienname"),
    SUBJECT("", "subject|topic|sujet|objet|asunto|betreff"),
    POSTAL_CODE("postal-code", "zip|zipcode|postal|postcode|plz|postleitzahl"),
    MESSAGE("", "message|comment|comments|enquiry|inquiry|question|questions|description|nachricht|mitteilung|anfrage|mensaje|comentario|comentarios"
            + "|consulta|commentaire|commentaires|kommentar|demande"),
    CITY("address-level2", "city|town|ville|ciudad|stadt|ort"),
    ADDRESS("street-address", "address|street|adresse|rue|direccion|calle|strasse|anschrift"),
    NAME("", "name|fullname|yourname|full name|nom|nombre");

    private final String autocomplete;
    private final List<String> words;

    Meaning(String autocomplete, String words) {
        this.autocomplete = autocomplete;
        this.words = List.of(words.split("\\|"));
    }

    /// As in `form_fields`.
    String key() {
        return this == FULL_NAME ? NAME.key() : name().toLowerCase(Locale.ROOT);
    }

    /// Its last word names the field; others say to which group it belongs.
    static Optional<Meaning> ofAutocomplete(String value) {
        var name = value.strip().toLowerCase(Locale.ROOT).replaceFirst(".*\\s", "");
        return Stream.of(values()).filter(meaning -> !name.isEmpty() && meaning.autocomplete.equals(name)).findFirst();
    }

    /// @param text a name, a label or a placeholder
    static Optional<Meaning> ofText(String text) {
        var folded = " %s ".formatted(fold(text));
        return Stream.of(values()).filter(meaning -> meaning.words.stream().anyMatch(word -> folded.contains(" %s ".formatted(word)))).findFirst();
    }

    /// `contactForm[firstName]*` → `contact form first name`, and without accents.
    private static String fold(String text) {
        var parted = text.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT).replace("ß", "ss");
        var plain = Normalizer.normalize(parted, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return Stream.of(plain.split("[^a-z]+")).filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
    }
}
