package dev.ringback.engine.classify;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/// What a lead's message tells.
///
/// @param language the language it was read in, `UNKNOWN` only for texts that no table speaks
/// @param intent `pricing`, `booking`, `support`, `information`, `partnership`, `complaint` or `other`
/// @param confidence confidence that the lead is qualified, 0.00 to 1.00, scale 2
/// @param rules ids of the rules that made up intent, tone, urgency and confidence
public record LeadSignals(Language language, String intent, Tone tone, Urgency urgency, BigDecimal confidence, List<String> rules) {

    public LeadSignals {
        rules = List.copyOf(rules);
    }

    /// The tone of a message, strongest first: where two are equally marked, the earlier is taken.
    public enum Tone {
        URGENT, FORMAL, ENERGETIC, PROFESSIONAL, FRIENDLY, NEUTRAL;

        /// As it stands in `growth.lead_memory.tone`: `Professional`.
        public String word() {
            return titleCase(name());
        }
    }

    /// How soon the person needs an answer.
    public enum Urgency {
        LOW, MEDIUM, HIGH;

        /// As it stands in `growth.lead_memory.urgency`: `High`.
        public String word() {
            return titleCase(name());
        }
    }

    private static String titleCase(String name) {
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
