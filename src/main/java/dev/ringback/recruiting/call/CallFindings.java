package dev.ringback.recruiting.call;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.ringback.recruiting.objective.Objective;
import dev.ringback.recruiting.objective.ResolveObjectives;
import dev.ringback.recruiting.objective.SessionObjectives;

/// What an agent's analysis says of the campaign's objectives: by their names, at its top or under `data_collection_results`, each as a value
/// or as an object with one. A text is read as an answer in the chat would be.
final class CallFindings {

    private static final String COLLECTED = "data_collection_results";
    private static final String VALUE = "value";

    private CallFindings() {}

    static Map<String, Object> of(Map<String, Object> analysis, SessionObjectives session, Instant at) {
        var findings = new LinkedHashMap<String, Object>();
        session.objectives().all().forEach(objective -> {
            var value = value(named(analysis, objective.name()), session, objective, at);
            if (value != null) {
                findings.put(objective.name(), value);
            }
        });
        return findings;
    }

    private static Object named(Map<String, Object> analysis, String name) {
        var collected = analysis.get(COLLECTED) instanceof Map<?, ?> map ? map.get(name) : null;
        var found = collected == null ? analysis.get(name) : collected;
        return found instanceof Map<?, ?> object ? object.get(VALUE) : found;
    }

    private static Object value(Object found, SessionObjectives session, Objective objective, Instant at) {
        return switch (found) {
            case Boolean answer when objective.type().equals("yes_no") -> answer;
            case Boolean _ -> null;
            case Number _,String _ -> ResolveObjectives.read(session, objective, found.toString(), at).orElse(null);
            case null, default -> null;
        };
    }
}
