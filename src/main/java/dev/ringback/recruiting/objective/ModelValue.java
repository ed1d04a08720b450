package dev.ringback.recruiting.objective;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// An objective's value as a model is asked for it, and as its answer is read: the same kinds of values as the rules find.
public final class ModelValue {

    private static final int MOST_TEXT = 500;
    private static final int MOST_YEARS_AHEAD = 2;

    private ModelValue() {}

    /// A JSON Schema; null stands for what can't be told.
    public static Map<String, Object> schema(Objective objective) {
        return switch (objective.type()) {
            case "yes_no" -> nullable("boolean", Map.of());
            case "number" -> nullable("number", bounds(objective));
            case "date" -> nullable("string", Map.of("format", "date"));
            case "choice" -> choices(objective);
            default -> nullable("string", Map.of("minLength", 1, "maxLength", MOST_TEXT));
        };
    }

    /// @param value fits the schema
    /// @param today in the candidate's zone
    public static Optional<Object> read(Objective objective, Object value, LocalDate today) {
        return switch (value) {
            case null -> Optional.empty();
            case Number number -> Optional.of(new BigDecimal(number.toString()));
            case String date when objective.type().equals("date") -> date(date, today);
            default -> Optional.of(value);
        };
    }

    private static Optional<Object> date(String text, LocalDate today) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(date -> !date.isBefore(today) && date.isBefore(today.plusYears(MOST_YEARS_AHEAD)))
                    .map(LocalDate::toString);
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> nullable(String type, Map<String, Object> more) {
        var schema = new HashMap<>(more);
        schema.put("type", Arrays.asList(type, "null"));
        return schema;
    }

    private static Map<String, Object> choices(Objective objective) {
        var choices = new ArrayList<Object>(objective.choices());
        choices.add(null);
        return Map.of("enum", choices);
    }

    private static Map<String, Object> bounds(Objective objective) {
        var bounds = new HashMap<String, Object>();
        Optional.ofNullable(objective.min()).ifPresent(min -> bounds.put("minimum", min));
        Optional.ofNullable(objective.max()).ifPresent(max -> bounds.put("maximum", max));
        return bounds;
    }
}
