package dev.ringback.schema;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

/// A default's expression in one spelling, so that a document's `DEFAULT 'x'` and the catalog's `'x'::text` are the same.
final class SeedDefaults {

    private static final Pattern CAST = Pattern.compile("(?s)(.+)::[a-z_\". ]+(\\([0-9,]+\\))?(\\[\\])?");
    private static final Pattern QUOTED = Pattern.compile("(?s)'(.*)'");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private SeedDefaults() {}

    /// Empty for no default, which is also what `NULL` says.
    static String normalise(String expression) {
        if (expression == null) {
            return "";
        }
        var plain = unwrapped(expression.strip());
        var quoted = QUOTED.matcher(plain);
        var text = quoted.matches() ? quoted.group(1).replace("''", "'") : plain.toLowerCase(Locale.ROOT);
        return switch (text) {
            case "null" -> "";
            case "now()", "engine.now()", "current_timestamp" -> "now";
            case "today", "current_date", "(engine.now())::date", "engine.now()::date" -> "today";
            default -> NUMBER.matcher(text).matches() ? number(text) : text.replaceAll("([\\[,:])\\s+", "$1");
        };
    }

    private static String unwrapped(String expression) {
        var cast = CAST.matcher(expression);
        boolean isDay = expression.endsWith("::date");
        if (cast.matches() && !isDay) {
            return unwrapped(cast.group(1));
        }
        boolean wrapped = expression.startsWith("(") && expression.endsWith(")") && expression.indexOf(')') == expression.length() - 1;
        return wrapped ? unwrapped(expression.substring(1, expression.length() - 1)) : expression;
    }

    private static String number(String text) {
        return new BigDecimal(text).stripTrailingZeros().toPlainString();
    }
}
