package dev.ringback.engine.work;

import java.time.Instant;
import java.util.Map;

/// Work to be enqueued.
///
/// @param dedupeKey   unique among live work, names the cause, not the attempt
/// @param stopOnReply whether the subject's answer on any channel cancels it
public record NewWork(String pack, String kind, String tenant, String subjectKind, String subjectId, String dedupeKey, Instant dueAt,
        Map<String, Object> payload, boolean stopOnReply) {}
