package dev.ringback.engine.trial;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Answers in the order of the cases.
record ReadTexts(List<ReadText> results) {

    /// @param optOut    `unsure` holds sending and asks a human
    /// @param autoReply whether a machine wrote it, as far as the text tells
    /// @param labels    what else it says: keyword, language, intent, urgency, tone
    /// @param rules     ids of the rules that say so
    record ReadText(
            @Schema(enumeration = {"yes", "no", "unsure"}, examples = "no") String optOut,
            @Schema(examples = "false") boolean autoReply,
            @Schema(examples = "[\"language.en\", \"intent.pricing\", \"urgency.high\"]") List<String> labels,
            @Schema(examples = "[\"lead.en.price\"]") List<String> rules) {}
}
