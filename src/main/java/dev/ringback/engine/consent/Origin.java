package dev.ringback.engine.consent;

import java.util.Map;

/// Where a yes or no came from, so that it can be shown later.
///
/// @param source      `reply:mail`, `one_click`, `import`, `function`, `column:<table>.<column>`…
/// @param evidence    ids and rules, not texts
/// @param textVersion which wording was agreed to, or which rules read the answer; null where there is none
public record Origin(String source, Map<String, Object> evidence, String textVersion) {

    public static Origin of(String source, Map<String, Object> evidence) {
        return new Origin(source, evidence, null);
    }
}
