package dev.ringback.engine.courtesy;

import dev.ringback.engine.message.OutboundMessage.Conditions;

/// An answer that nobody wrote.
public enum Courtesy {
    OPT_OUT("opt-out-confirmation", Conditions.OPT_OUT_CONFIRMATION),
    START("start-confirmation", Conditions.AUTOMATIC),
    HELP("help", Conditions.AUTOMATIC);

    private final String template;
    private final String purpose;

    Courtesy(String template, String purpose) {
        this.template = template;
        this.purpose = purpose;
    }

    /// Its template's key.
    String template() {
        return template;
    }

    String purpose() {
        return purpose;
    }
}
