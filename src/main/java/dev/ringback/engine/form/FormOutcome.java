package dev.ringback.engine.form;

import java.net.URI;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jsoup.nodes.Document;

/// What the page after a submission proves.
enum FormOutcome {
    SENT,
    REJECTED,
    OPEN;

    private static final Pattern THANKS =
            pattern("thank you|thanks for|thank you for your (message|enquiry|inquiry)|(message|form|enquiry|inquiry|request) "
                    + "(has been |was )?(successfully )?(sent|submitted|received)|we('ll| will) (get back|be in touch|contact you)"
                    + "|merci|message (a bien ete |a ete )?envoye"
                    + "|nous vous (repondrons|recontacterons)|gracias|(mensaje|formulario) (ha sido |se ha )?enviado|nos pondremos en contacto"
                    + "|vielen dank|danke fur"
                    + "|nachricht (wurde )?(erfolgreich )?(gesendet|verschickt|ubermittelt)|wir melden uns");
    private static final Pattern COMPLAINT =
            pattern("(is|are) required|required field|please (fill|enter|check|complete)|invalid|error|could not be sent"
                    + "|failed to send|spam|captcha|obligatoire|veuillez|erreur|invalide|n'a pas (pu etre|ete) envoye"
                    + "|obligatorio|por favor|introduzca|no es valido"
                    + "|pflichtfeld|bitte (fullen|geben|prufen)|ungultig|fehler|konnte nicht");
    private static final Pattern THANKFUL_ADDRESS = pattern("thank|merci|gracias|danke|success|confirmation|sent|erfolg|enviado|envoye");
    private static final String MARKED =
            "[aria-invalid=true], [role=alert], .error, .errors, .has-error, .is-invalid, .field-error, .wpcf7-not-valid-tip, .invalid-feedback";

    /// @param before  the page with the form
    /// @param after   the page that the submission ended at
    /// @param address where that is
    static FormOutcome of(Document before, Document after, URI address) {
        var complains = added(before, after, COMPLAINT) || newlyMarked(before, after);
        var thanks = added(before, after, THANKS) || isThankful(before, address);
        if (thanks == complains) {
            return OPEN;
        }
        return thanks ? SENT : REJECTED;
    }

    /// Of an endpoint that answers to scripts.
    static FormOutcome of(String json) {
        var plain = json.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        if (plain.matches(".*\"(success|ok|sent)\":(true|1|\"true\"|\"ok\").*|.*\"status\":\"(mail_sent|ok|success|sent)\".*")) {
            return SENT;
        }
        return plain.matches(
                ".*\"(success|ok|sent)\":(false|0).*|.*\"status\":\"(validation_failed|mail_failed|spam|error|failed)\".*|.*\"errors?\":[\\[{\"].*")
                        ? REJECTED
                        : OPEN;
    }

    // A page may thank its visitors and warn of errors at all times; what counts is what was not there before.
    private static boolean added(Document before, Document after, Pattern pattern) {
        var known = matches(before, pattern);
        return matches(after, pattern).size() > known.size();
    }

    private static List<String> matches(Document page, Pattern pattern) {
        return pattern.matcher(fold(page.text())).results().map(found -> found.group()).toList();
    }

    private static boolean newlyMarked(Document before, Document after) {
        return shown(after) > shown(before);
    }

    private static long shown(Document page) {
        return page.select(MARKED).stream().filter(marked -> marked.hasAttr("aria-invalid") || marked.hasText())
                .filter(marked -> !THANKS.matcher(fold(marked.text())).find()).count();
    }

    private static boolean isThankful(Document before, URI address) {
        var path = fold(String.valueOf(address.getRawPath()) + "?" + address.getRawQuery());
        var old = fold(before.location());
        return THANKFUL_ADDRESS.matcher(path).find() && !THANKFUL_ADDRESS.matcher(old).find();
    }

    private static String fold(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT).replace('’', '\''), Normalizer.Form.NFD).replaceAll("\\p{M}", "").replaceAll("\\s+",
                " ");
    }

    private static Pattern pattern(String alternatives) {
        return Pattern.compile("\\b(?:%s)\\b".formatted(alternatives));
    }
}
