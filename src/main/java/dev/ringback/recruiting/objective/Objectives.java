package dev.ringback.recruiting.objective;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A campaign's objectives, in the order in which they are asked.
public record Objectives(List<Objective> all) {

    public static final Objectives NONE = new Objectives(List.of());

    /// @param template as it is stored: a list of objects with a `name` each, or an object of name to object, which Postgres orders; null
    ///     for none. What has another form is no objective.
    public static Objectives of(Object template) {
        return switch (template) {
            case List<?> list -> new Objectives(list.stream().flatMap(Objectives::named).toList());
            case Map<?, ?> map ->
                    new Objectives(map.entrySet().stream().map(entry -> Objective.of(entry.getKey().toString(), members(entry.getValue())))
                            .toList());
            case null, default -> NONE;
        };
    }

    private static Stream<Objective> named(Object entry) {
        return entry instanceof Map<?, ?> map && map.get("name") instanceof String name ? Stream.of(Objective.of(name, map)) : Stream.empty();
    }

    private static Map<?, ?> members(Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    /// As it is stored.
    public List<Map<String, Object>> template() {
        return all.stream().map(Objective::members).toList();
    }

    /// What a new session knows: nothing yet.
    public Map<String, Object> unknown() {
        var values = new LinkedHashMap<String, Object>();
        all.forEach(objective -> values.put(objective.name(), null));
        return values;
    }

    public Optional<Objective> find(String name) {
        return all.stream().filter(objective -> objective.name().equals(name)).findFirst();
    }

    /// What is to be asked next.
    public Optional<Objective> next(Map<String, Object> values) {
        return all.stream().filter(objective -> !objective.isAskedByOpening() && values.get(objective.name()) == null).findFirst();
    }

    /// Whether nothing more has to be found out: everything required is known, or one answer ends it.
    public boolean areMet(Map<String, Object> values) {
        if (all.stream().anyMatch(objective -> objective.isEndedBy(values.get(objective.name())))) {
            return true;
        }
        var required = all.stream().filter(Objective::isRequired).toList();
        var needed = required.isEmpty() ? all : required;
        return !needed.isEmpty() && needed.stream().allMatch(objective -> values.get(objective.name()) != null);
    }
}
