/// Objectives: what a campaign wants to know of each candidate, and how an answer is understood.
///
/// ```
///   question ─▶ answer ─▶ AnswerPolicy ─▶ value ─▶ session_info.objectives ─trigger─▶ session_objective_events
/// ```
///
/// Owns `recruiting.session_objective_events` and the column `objectives` of `session_info`.
///
/// - The values are a flat map, so that a product reads `objectives.interested === true`; what changed, when and by what is in the events,
///   which a trigger writes, so that a change by hand is one too.
/// - Answers are read by rules alone. What they can't read is asked once more and then left to a person.
package dev.ringback.recruiting.objective;
