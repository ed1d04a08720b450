package dev.ringback.engine.template;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Makes text of values that stand in HTML.
final class Escaping {

    private Escaping() {}

    static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }

    /// Every text in it, at whatever depth.
    static Map<String, Object> html(Map<String, Object> variables) {
        return variables.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> escaped(entry.getValue())));
    }

    private static Object escaped(Object value) {
        return switch (value) {
            case String text -> html(text);
            case Map<?, ?> map -> map.entrySet().stream()
                    .collect(Collectors.toMap(entry -> entry.getKey().toString(), entry -> escaped(entry.getValue())));
            case List<?> items -> items.stream().map(Escaping::escaped).toList();
            case Number _,Boolean _ -> value;
            case null -> "";
            default -> html(value.toString());
        };
    }
}
