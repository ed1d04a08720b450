package dev.ringback.engine.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What became known of a call: from the agent that led it, or from the network. Reports of one call come one by one, in any
/// order and again; what a report doesn't know is null or empty.
///
/// @param message      ours that dialled
/// @param provider     who reports: `telnyx` for the network, `voice-agent` for the agent
/// @param callId       the reporter's id of the call
/// @param eventId      the same for the same report
/// @param outcome      the reporter's word for how it went: `done`, `failed`, `busy`, `no-answer`…
/// @param duration     how long was spoken
/// @param recordingUrl an address that may lapse
/// @param turns        who said what, in order
/// @param analysis     what the agent made of it, as it reports it
public record CallReport(UUID message, String provider, String callId, String eventId, Instant at, String outcome, Duration duration,
        String recordingUrl, List<Turn> turns, Map<String, Object> analysis) {

    /// @param speaker `agent` or `person`
    /// @param after   how long after the call's beginning; null where it isn't told
    public record Turn(String speaker, String text, Duration after) {}

    public CallReport {
        turns = List.copyOf(turns);
    }
}
