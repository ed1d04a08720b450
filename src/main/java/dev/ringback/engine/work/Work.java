package dev.ringback.engine.work;

import java.util.Map;

/// One claimed piece of work.
///
/// @param attempts how often it was claimed, this time included
/// @param revision rises when the due time is moved; a completion that saw an older one leaves the row to run again
public record Work(long id, String kind, String tenant, String subjectId, Map<String, Object> payload, int attempts, int revision) {}
