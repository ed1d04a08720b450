package dev.ringback.recruiting.call;

import java.time.Instant;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A call as recruiters see it.
///
/// @param seconds how long was spoken
public record CallView(
        @Schema(examples = "0b8f5c1e-2f0a-5d8e-9f70-3d1b1a1f6c11") String callId,
        @Schema(examples = "completed") String status,
        Instant calledAt,
        @Schema(examples = "83.0") Double seconds,
        @Schema(examples = "Agent: Hello\nCandidate: Hi") String transcript,
        @Schema(examples = "https://recordings.example/1.mp3") String recordingUrl,
        @Schema(examples = "{\"interested\": true}") Map<String, Object> analysis,
        @Schema(examples = "b1f6b0de-3c1d-4a52-9d0a-1c8f5e0d7a21") String sessionId,
        @Schema(examples = "5f0e2f0e-58f5-3c3e-9d0a-5b7c1f2e3d4a") String batchCallId) {}
