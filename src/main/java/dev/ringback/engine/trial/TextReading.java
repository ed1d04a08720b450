package dev.ringback.engine.trial;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.classify.AutoReplyRules;
import dev.ringback.engine.classify.Keyword;
import dev.ringback.engine.classify.Language;
import dev.ringback.engine.classify.LeadRules;
import dev.ringback.engine.classify.LeadSignals;
import dev.ringback.engine.classify.OptOutRules;
import dev.ringback.engine.classify.QuotedText;
import dev.ringback.engine.trial.ReadTexts.ReadText;

/// Reads one text as the reply transaction would, without a mail's headers.
final class TextReading {

    private TextReading() {}

    static ReadText of(TextCases.Case given) {
        var channel = given.way();
        var text = channel == Channel.EMAIL ? QuotedText.strip(given.text()) : given.text();
        var language = given.language() == null ? Language.detect(text) : Language.of(given.language());
        var optOut = OptOutRules.read(text, language);
        var automatic = AutoReplyRules.read(Map.of(), "", text);
        var lead = LeadRules.read(text, language);
        var rules = Stream.of(optOut.rules(), automatic.rules(), lead.rules()).flatMap(List::stream).distinct().toList();
        return new ReadText(optOut.answer().name().toLowerCase(Locale.ROOT), automatic.automatic(), labels(channel, text, lead), rules);
    }

    private static List<String> labels(Channel channel, String text, LeadSignals lead) {
        var keyword = channel == Channel.SMS || channel == Channel.WHATSAPP ? Keyword.of(text) : Keyword.NONE;
        return Stream.of(label("keyword", keyword, Keyword.NONE), label("language", lead.language(), Language.UNKNOWN),
                Stream.of(lead.intent()).filter(intent -> !intent.equals("other")).map(intent -> "intent." + intent),
                label("urgency", lead.urgency(), null), label("tone", lead.tone(), LeadSignals.Tone.NEUTRAL)).flatMap(label -> label).toList();
    }

    private static Stream<String> label(String kind, Enum<?> word, Enum<?> unsaid) {
        return word == unsaid ? Stream.empty() : Stream.of(kind + "." + word.name().toLowerCase(Locale.ROOT));
    }
}
