/// What the law lets somebody be reached by, when and how often; data with its source, never code.
///
/// ```
///   place, channel, purpose ──rows of every jurisdiction there──▶ hours by every clock that may be his, caps ── or zone_unknown
/// ```
///
/// Owns `engine.window_rule`, `engine.window_holiday`, `engine.window_cap`. A row without a source is refused.
///
/// - A country's rows and its part's both bind: we intersect them and don't let the narrower replace the wider one, because
///   a part's statute doesn't lift the country's.
/// - The rows are copied into memory and read again after some minutes, not joined to each send, because they change with a
///   parliament's speed.
/// - These are engineering defaults, not legal advice.
package dev.ringback.engine.law;
