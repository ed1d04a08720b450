/// The truth about sends: one row per message, written before a provider is called.
///
/// ```
///   planned ──gate──▶ submitting ──accepted──▶ sent ──▶ replied
///      │                   └──crash──▶ submitting again under the same Message-ID (uncertain_at says so)
///      ├──▶ suppressed, skipped, failed      with reason and rule
///      └──▶ cancelled                        the person answered
/// ```
///
/// Owns `engine.message`. A message's id is computed from what it is for, not drawn: planning twice is planning once.
package dev.ringback.engine.message;
