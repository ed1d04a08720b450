package dev.ringback.recruiting.profile;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.ringback.recruiting.call.CallView;
import dev.ringback.recruiting.chat.ChatMessage;

/// Everything about a session.
///
/// @param sessions of the same number, this one included, the newest first
record Profile(SessionView session, List<ChatMessage> messages, List<CallView> calls, List<ObjectiveChange> objectiveHistory,
        @Schema(examples = "[\"b1f6b0de-3c1d-4a52-9d0a-1c8f5e0d7a21\"]") List<String> sessions) {}
