package dev.ringback.recruiting.call;

import java.util.Locale;
import java.util.Optional;

/// How far a call has come, in the order of the rank: it has the highest that was ever reported.
enum CallStatus {
    QUEUED,
    RINGING,
    IN_PROGRESS,
    FAILED,
    NO_ANSWER,
    BUSY,
    COMPLETED,
    /// Outranks what the network says of it: that somebody took the call and hung up.
    VOICEMAIL;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// A reporter's word for how it went; empty for one that says nothing about that.
    static Optional<CallStatus> of(String outcome) {
        return Optional.ofNullable(outcome).map(word -> word.toLowerCase(Locale.ROOT).replace('-', '_'))
                .flatMap(word -> Optional.ofNullable(switch (word) {
                    case "ringing", "initiated" -> RINGING;
                    case "answered", "in_progress", "bridged" -> IN_PROGRESS;
                    case "done", "completed", "success", "successful", "normal_clearing" -> COMPLETED;
                    case "no_answer", "timeout", "originator_cancel" -> NO_ANSWER;
                    case "busy", "user_busy" -> BUSY;
                    case "voicemail", "machine" -> VOICEMAIL;
                    case "failed", "failure", "error", "call_rejected", "unspecified", "not_found", "unallocated_number", "destination_out_of_order",
                            "invalid_number_format", "service_unavailable" ->
                            FAILED;
                    default -> null;
                }));
    }
}
