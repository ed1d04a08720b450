package dev.ringback.engine.classify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import dev.ringback.engine.classify.LeadSignals.Tone;
import dev.ringback.engine.classify.LeadSignals.Urgency;

/// Enriches a lead's message by rules: intent, tone, urgency, and how likely the lead is a qualified one. The sum that
/// makes the confidence is a house rule: 30 percent for having written, and what each rule adds or takes.
public final class LeadRules {

    /// Changes with every change of a rule or weight; stored with each verdict.
    public static final String VERSION = "lead/2";

    private static final String OTHER = "other";
    private static final String SIGN = "sign.";
    private static final int BASE_PERCENT = 30;
    private static final int DETAILED_WORDS = 12;
    private static final int TERSE_WORDS = 3;
    private static final Map<Language, List<Rule>> TABLES = Rule.tables("lead");
    // First match wins a draw: an angry customer who also asks for a price is a complaint. Who looks for a job is no client, though
    // his question would pass for one's.
    private static final List<String> INTENTS = List.of("complaint", "support", "pricing", "booking", "partnership", OTHER, "information");
    private static final Map<String, Integer> INTENT_PERCENT = Map.of("pricing", 20, "booking", 20, "information", 10, "support", 5, "complaint", -5,
            "partnership", -10, OTHER, 0);
    // Who asks for a price or complains waits for an answer even if he names no day.
    private static final Set<String> WAITED_FOR = Set.of("complaint", "support", "pricing", "booking");
    private static final Set<String> HURRY = Set.of("tone.urgent", "urgency.high", "urgency.medium");
    private static final Pattern NUMBERS = Pattern.compile("(?<!\\d)\\+?\\(?\\d(?:[\\s().-]{0,2}\\d){6,14}(?!\\d)");
    private static final Pattern LINKS = Pattern.compile("https?://|www\\.");
    private static final Pattern MONEY = Pattern.compile("[$€£]\\s?\\d|\\d\\s?[$€£]");
    private static final Pattern EXCLAMATIONS = Pattern.compile("!");

    private LeadRules() {}

    /// Reads a message, at most [FoldedText#MAX_CHARS] of it. With `UNKNOWN` the language is detected, and where that fails
    /// all tables are read.
    public static LeadSignals read(String message, Language language) {
        var read = language == Language.UNKNOWN ? Language.detect(message) : language;
        var sentences = FoldedText.sentences(FoldedText.fold(message));
        var found = found(read, sentences);
        var ids = new ArrayList<>(found.stream().map(Rule::id).toList());
        var intent = intent(found);
        var urgency = urgency(found, intent);
        var tone = tone(found, message);
        var confidence = confidence(found, intent, shape(message, ids));
        return new LeadSignals(read, intent, tone, urgency, confidence, ids.stream().distinct().toList());
    }

    // "Not urgent" holds the word "urgent": what says that there is no hurry is blanked out before hurry is looked for.
    private static List<Rule> found(Language language, List<String> sentences) {
        var tables = TABLES.containsKey(language) ? List.of(TABLES.get(language)) : List.copyOf(TABLES.values());
        var all = tables.stream().flatMap(List::stream).filter(rule -> isIn(sentences, rule)).toList();
        var calm = all.stream().filter(rule -> rule.label().equals("urgency.low")).toList();
        var rest = sentences.stream().map(sentence -> blank(sentence, calm)).toList();
        return all.stream().filter(rule -> !HURRY.contains(rule.label()) || isIn(rest, rule)).toList();
    }

    private static boolean isIn(List<String> sentences, Rule rule) {
        return sentences.stream().anyMatch(rule::in);
    }

    private static String blank(String sentence, List<Rule> rules) {
        var rest = sentence;
        for (var rule : rules) {
            rest = rule.blank(rest);
        }
        return rest;
    }

    private static String intent(List<Rule> found) {
        return INTENTS.stream().filter(intent -> has(found, "intent." + intent)).findFirst().orElse(OTHER);
    }

    private static Urgency urgency(List<Rule> found, String intent) {
        if (has(found, "urgency.high")) {
            return Urgency.HIGH;
        }
        if (has(found, "urgency.low")) {
            return Urgency.LOW;
        }
        return has(found, "urgency.medium") || WAITED_FOR.contains(intent) ? Urgency.MEDIUM : Urgency.LOW;
    }

    private static Tone tone(List<Rule> found, String message) {
        if (EXCLAMATIONS.matcher(message).results().limit(3).count() == 3 && !has(found, "tone.urgent") && !has(found, "intent.complaint")) {
            return Tone.ENERGETIC;
        }
        return Arrays.stream(Tone.values()).filter(tone -> has(found, "tone." + tone.name().toLowerCase(Locale.ROOT))).findFirst()
                .orElseGet(() -> has(found, "intent.complaint") && has(found, "urgency.high") ? Tone.URGENT : Tone.NEUTRAL);
    }

    /// What the shape of the message adds, in percent; the ids of what it was are appended to `ids`.
    private static int shape(String message, List<String> ids) {
        var cut = message.substring(0, Math.min(message.length(), FoldedText.MAX_CHARS));
        var words = cut.strip().split("\\s+").length;
        return add(ids, "lead.any.detailed", words >= DETAILED_WORDS, 10) + add(ids, "lead.any.terse", words < TERSE_WORDS, -15)
                + add(ids, "lead.any.number", NUMBERS.matcher(cut).find(), 10) + add(ids, "lead.any.money", MONEY.matcher(cut).find(), 10)
                + add(ids, "lead.any.links", LINKS.matcher(cut).results().limit(2).count() == 2, -25);
    }

    private static int add(List<String> ids, String id, boolean holds, int percent) {
        if (holds) {
            ids.add(id);
        }
        return holds ? percent : 0;
    }

    private static BigDecimal confidence(List<Rule> found, String intent, int shape) {
        var signs = found.stream().map(Rule::label).filter(label -> label.startsWith(SIGN))
                .mapToInt(label -> Integer.parseInt(label.substring(SIGN.length()))).sum();
        var percent = BASE_PERCENT + INTENT_PERCENT.get(intent) + signs + shape;
        return BigDecimal.valueOf(Math.clamp(percent, 0, 100), 2);
    }

    private static boolean has(List<Rule> found, String label) {
        return found.stream().anyMatch(rule -> rule.label().equals(label));
    }
}
