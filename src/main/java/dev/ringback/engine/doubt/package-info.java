/// Answers that may be a no.
///
/// ```
///   unsure ─▶ sends held, a human asked ─▶ it was one: opt-out │ it was none: the hold ends, what waited leaves
/// ```
///
/// Owns `engine.doubt`.
package dev.ringback.engine.doubt;
