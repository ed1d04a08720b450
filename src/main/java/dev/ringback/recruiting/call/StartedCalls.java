package dev.ringback.recruiting.call;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Calls that are planned. Whether each may leave, `explain-send` tells by its id.
///
/// @param notCalled sessions that are not active or have no number
record StartedCalls(
        @Schema(examples = "5f0e2f0e-58f5-3c3e-9d0a-5b7c1f2e3d4a") String batchCallId,
        List<Started> calls,
        @Schema(examples = "[]") List<String> notCalled) {

    record Started(
            @Schema(examples = "b1f6b0de-3c1d-4a52-9d0a-1c8f5e0d7a21") String sessionId,
            @Schema(examples = "0b8f5c1e-2f0a-5d8e-9f70-3d1b1a1f6c11") String callId) {}
}
