package dev.ringback.engine.message;

import java.util.List;

import dev.ringback.engine.place.Whereabouts;
import dev.ringback.engine.window.Schedule;

/// When a pack lets its subject be written to.
///
/// @param whereabouts of the person, beside the number that is written to
/// @param house       the tenant's and the sequence's hours; always open where there are none
public record Terms(Whereabouts whereabouts, List<Schedule> house) {}
