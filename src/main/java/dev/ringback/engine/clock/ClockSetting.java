package dev.ringback.engine.clock;

import java.time.Duration;
import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What the clock shall do; the first member that is there decides.
///
/// @param set     stand still at this instant
/// @param advance move on by so much and stand still there
/// @param release go with the machine's clock again
record ClockSetting(@Schema(examples = "2026-03-02T22:30:00Z") Instant set,
        @Schema(implementation = String.class, examples = "PT1H") Duration advance, @Schema(examples = "false") Boolean release) {}
