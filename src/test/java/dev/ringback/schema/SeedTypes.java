package dev.ringback.schema;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether a column's type is what a document's word for it means here (DESIGN §4: `timestamptz` everywhere, text for varchar,
/// identities as bigint).
final class SeedTypes {

    private static final Set<String> INTEGERS = Set.of("integer", "bigint");
    private static final Pattern SIZED_TEXT = Pattern.compile("(varchar|character varying|string)\\(\\d+\\)");
    private static final Pattern SIZED_NUMBER = Pattern.compile("(numeric|decimal)\\(.*\\)");

    private SeedTypes() {}

    /// A document that gives no type is content with any.
    ///
    /// @param key whether the column is a key or refers to one: then an integer may have become a bigint
    static boolean fits(String word, String type, boolean isEnum, boolean key) {
        var wanted = word.toLowerCase(Locale.ROOT).replaceAll("\\s*([(),])\\s*", "$1").strip();
        if (wanted.isEmpty()) {
            return true;
        }
        if (wanted.startsWith("enum") || wanted.equals("user-defined")) {
            return isEnum;
        }
        if (wanted.startsWith("array") || wanted.endsWith("[]")) {
            return type.endsWith("[]");
        }
        if (wanted.startsWith("geography")) {
            return type.replaceFirst("^extensions\\.", "").equalsIgnoreCase(wanted);
        }
        if (SIZED_NUMBER.matcher(wanted).matches()) {
            return type.equals(wanted.replace("decimal", "numeric"));
        }
        return SIZED_TEXT.matcher(wanted).matches() ? isText(type) : fitsPlain(wanted, type, key);
    }

    private static boolean fitsPlain(String wanted, String type, boolean key) {
        return switch (wanted) {
            case "varchar", "text", "string", "character varying" -> isText(type);
            case "timestamp", "timestamptz", "datetime", "timestamp with time zone" -> type.equals("timestamp with time zone");
            case "integer", "int" -> type.equals("integer") || key && INTEGERS.contains(type);
            case "serial" -> key && INTEGERS.contains(type);
            case "bigint", "biginteger", "bigserial" -> type.equals("bigint");
            case "float" -> type.equals("double precision") || type.startsWith("numeric");
            case "numeric", "decimal" -> type.startsWith("numeric");
            case "json", "jsonb" -> type.equals("jsonb");
            default -> type.equals(wanted);
        };
    }

    private static boolean isText(String type) {
        return type.equals("text") || type.startsWith("character varying");
    }
}
