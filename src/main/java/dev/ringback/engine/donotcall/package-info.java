/// Do-not-call lists.
///
/// ```
///   parts of a list ─▶ one complete state per name ─▶ number named: do_not_call │ list older than allowed: list_outdated, for all
/// ```
///
/// Owns `engine.dnc_list`, `engine.dnc_entry`.
///
/// A list that is too old blocks every call instead of being ignored, because a number may have been put on it since.
package dev.ringback.engine.donotcall;
