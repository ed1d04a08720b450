package dev.ringback.engine.model;

import java.math.BigDecimal;
import java.util.Map;

/// What a model made of a question.
public sealed interface ModelAnswer {

    /// Fits the question's schema.
    ///
    /// @param model      which one answered, by its own word
    /// @param confidence from 0 to 1, by its own word too
    /// @param values     by name, exactly those that were asked for; null where it couldn't tell
    record Given(String model, BigDecimal confidence, Map<String, Object> values) implements ModelAnswer {}

    /// @param reason machine-readable
    record None(String reason) implements ModelAnswer {}
}
