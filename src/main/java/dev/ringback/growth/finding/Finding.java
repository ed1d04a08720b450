package dev.ringback.growth.finding;

import java.math.BigDecimal;
import java.util.Map;

/// What a day's figures say: one computed row of `growth.growth_brain`.
///
/// @param pattern  which of several of the type; empty where a day has one
/// @param snapshot as the schema of its type says
public record Finding(String eventType, String pattern, Map<String, Object> snapshot, String text, BigDecimal confidence) {

    static Finding of(String eventType, Map<String, Object> snapshot, String text, BigDecimal confidence) {
        return new Finding(eventType, "", snapshot, text, confidence);
    }
}
