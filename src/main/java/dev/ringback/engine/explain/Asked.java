package dev.ringback.engine.explain;

/// Whose messages are to be explained.
record Asked(String pack, String subjectKind, String subjectId) {}
