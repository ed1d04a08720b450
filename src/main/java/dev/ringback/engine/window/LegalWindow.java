package dev.ringback.engine.window;

/// Hours that a law or a regulator sets, in one zone of the recipient.
///
/// @param jurisdiction  ISO 3166, for example `US` or `US-FL`
/// @param coversAnswers whether they bind an answer in a live conversation too
public record LegalWindow(String jurisdiction, Schedule schedule, boolean coversAnswers) {}
