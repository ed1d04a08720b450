package dev.ringback.engine.classify;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A language that our rules read, or `UNKNOWN`.
public enum Language {

    EN("en", "", """
            the a an i i'm i've i'd i'll you your you're we we're our us my me he she it it's its they their this that these
            those and or but if not no yes don't doesn't didn't can't won't isn't is are was were be been am do does did have
            has had can could will would should shall may might must of to for from with without at by on in about as so what
            when where who why how which there here any some more please thanks thank hello hi hey sorry want need like get got
            just now today tomorrow yes stop sure great good call email send contact list again"""),
    FR("fr", "\u00E7\u0153\u00EA\u00EB\u00EE\u00EF\u00FB\u00E0\u00E8", """
            le la les un une des du de d l j je tu il elle on nous vous ils elles me m te t se s ce c cet cette ces mon ma mes
            ton ta tes son sa ses notre nos votre vos leur leurs et ou mais si ne n pas plus non oui qui que qu quoi quand
            comment pourquoi dans en sur sous avec sans pour par chez est sont suis etes sommes ai as avez avons ont etait
            etre avoir fait faire peux peut pouvez veux veut voulez voudrais souhaite merci bonjour bonsoir salut svp aussi
            tres bien tout tous toute demain aujourd'hui hui rien arretez ca au aux y contactez devis rappelez cordialement"""),
    ES("es", "\u00F1\u00BF\u00A1", """
            el la los las un una unos unas de del al yo tu usted ustedes ellos ella nosotros me te se le les lo nos mi mis su
            sus este esta esto estos estas ese esa eso y o pero si no ni que quien como cuando donde cuanto cuesta por para con
            sin en sobre es son soy estoy esta estan era fue ser estar hay tengo tiene tienen puedo puede pueden quiero
            quisiera deseo necesito gracias hola buenos buenas dias tardes favor mas muy bien todo todos manana hoy ya nunca
            tambien nada dejen escriban llamen saludos vale"""),
    DE("de", "\u00E4\u00F6\u00FC\u00DF", """
            der die das den dem des ein eine einen einem einer eines ich du er sie es wir ihr mich mir dich dir uns euch ihnen
            ihre ihren ihrem ihrer mein meine meinen meiner und oder aber wenn nicht kein keine keinen nein ja wer was wann wo
            wie warum welche in im an am auf aus bei mit nach von vom zu zum zur fur fuer uber ist sind bin war waren sein
            haben habe hat kann konnen mochte mochten will wollen muss werden wird danke bitte hallo guten tag gruss grusse
            sehr gut gerne auch noch mehr heute morgen nur hier schon man mal lassen so als"""),
    UNKNOWN("", "", "");

    private static final Map<String, List<Language>> WORDS = words();
    private static final int OWN_WORD = 4;
    private static final int SHARED_WORD = 1;
    private static final int LETTER = 3;
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}']+");

    private final String code;
    private final String letters;
    private final String stopWords;

    Language(String code, String letters, String stopWords) {
        this.code = code;
        this.letters = letters;
        this.stopWords = stopWords;
    }

    /// The ISO 639-1 code, empty for `UNKNOWN`.
    public String code() {
        return code;
    }

    /// The language of an ISO 639-1 code or of a locale that begins with one ("fr-CA"); `UNKNOWN` for any other.
    public static Language of(String code) {
        var lower = code.toLowerCase(Locale.ROOT);
        return Stream.of(EN, FR, ES, DE).filter(known -> lower.matches(known.code + "([-_].*)?")).findFirst().orElse(UNKNOWN);
    }

    /// The language of a text by its stop words and letters; `UNKNOWN` when none speaks or two speak alike.
    public static Language detect(String text) {
        return detect(text, UNKNOWN);
    }

    /// As [#detect(String)], with the caller's default where the text does not tell.
    public static Language detect(String text, Language fallback) {
        var score = score(text);
        var best = score.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        var rivals = score.values().stream().filter(points -> points.equals(best.getValue())).count();
        return best.getValue() >= LETTER && rivals == 1 ? best.getKey() : fallback;
    }

    private static Map<Language, Integer> score(String text) {
        var cut = text.substring(0, Math.min(text.length(), FoldedText.MAX_CHARS)).toLowerCase(Locale.ROOT);
        var score = new EnumMap<Language, Integer>(Map.of(EN, 0, FR, 0, ES, 0, DE, 0));
        TOKEN.matcher(FoldedText.fold(text)).results().map(found -> speakers(found.group()))
                .forEach(all -> all.forEach(one -> score.merge(one, all.size() == 1 ? OWN_WORD : SHARED_WORD, Integer::sum)));
        score.replaceAll((language, points) -> points + LETTER * (int) cut.chars().filter(c -> language.letters.indexOf(c) >= 0).limit(3).count());
        return score;
    }

    // French and Spanish elide or shorten before an apostrophe ("j'ai"), English after it ("don't" is in its list).
    private static List<Language> speakers(String token) {
        var whole = WORDS.get(token);
        if (whole != null) {
            return whole;
        }
        var apostrophe = token.indexOf('\'');
        var before = apostrophe < 0 ? "" : token.substring(0, apostrophe);
        return before.length() < 3 && !before.isEmpty() ? WORDS.getOrDefault(before, List.of()) : List.of();
    }

    private static Map<String, List<Language>> words() {
        return Stream.of(EN, FR, ES, DE)
                .flatMap(language -> Arrays.stream(language.stopWords.split("\\s+")).distinct().map(word -> Map.entry(word, language)))
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
