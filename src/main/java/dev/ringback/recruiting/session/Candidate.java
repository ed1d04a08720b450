package dev.ringback.recruiting.session;

import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Somebody who shall be talked to. Checked row by row, so that one bad row keeps no other back.
///
/// @param tz        IANA zone; Europe/London when null
/// @param variables what templates may say of him
record Candidate(
        @Schema(examples = "+447700900123") String phoneNumber,
        @Schema(examples = "Europe/London") String tz,
        @Schema(examples = "{\"name\": \"Ada\"}") Map<String, String> variables) {}
