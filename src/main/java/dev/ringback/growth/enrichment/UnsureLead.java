package dev.ringback.growth.enrichment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.ringback.engine.classify.LeadSignals.Tone;
import dev.ringback.engine.classify.LeadSignals.Urgency;
import dev.ringback.engine.message.Subject;
import dev.ringback.engine.model.Question;

/// A lead in whose message the rules found no intent.
record UnsureLead(String id, String client, String message, String language, Instant submittedAt) {

    static final String PURPOSE = "growth.lead";

    private static final List<String> INTENTS = List.of("pricing", "booking", "support", "information", "partnership", "complaint", "other");
    private static final String INSTRUCTION = """
            Somebody wrote to a local business. Tell the intent, the tone and the urgency of the message, each by one of the words that the schema
            allows. Intent `other` is for what asks a business for nothing.""";

    Subject subject() {
        return new Subject("growth", client, "lead", id);
    }

    /// The submission names it: who writes again is asked about again.
    String cause() {
        return "%s/%s".formatted(id, submittedAt);
    }

    Question question() {
        return new Question(PURPOSE, INSTRUCTION, Map.of("message", message, "language", language),
                Map.of("intent", oneOf(INTENTS), "tone", oneOf(Stream.of(Tone.values()).map(Tone::word).toList()),
                        "urgency", oneOf(Stream.of(Urgency.values()).map(Urgency::word).toList())));
    }

    private static Map<String, Object> oneOf(List<String> words) {
        return Map.of("type", "string", "enum", words);
    }
}
