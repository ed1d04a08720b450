package dev.ringback.engine.audit;

import java.util.Map;

/// What somebody did to one thing.
///
/// @param tenant null for what concerns no tenant alone
/// @param action `<pack>.<thing>.<what was done, in the past tense>`, for example `engine.brake.set`
/// @param before the members that changed, as they were; null for what is new
/// @param after  the same members as they are; null for what is gone
public record Change(String pack, String tenant, String action, String objectKind, String objectId, Map<String, ?> before, Map<String, ?> after) {

    /// A thing of the engine's own.
    public static Change ofEngine(String action, String objectKind, String objectId, Map<String, ?> before, Map<String, ?> after) {
        return new Change("engine", null, action, objectKind, objectId, before, after);
    }
}
