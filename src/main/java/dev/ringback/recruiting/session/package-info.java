/// Sessions: one conversation with one candidate for one campaign; how they begin and how they end with it.
///
/// ```
///   start (one or 10,000) ─▶ session + number ─trigger─▶ recruiting.open-session ─▶ opening by template | call
///   active ─▶ completed | expired | opted_out
/// ```
///
/// Owns `recruiting.session_info` and `recruiting.numbers`.
///
/// - The number's trigger plans the opening, so a session that supabase-js inserts is begun as well; a session without a number waits for one.
/// - A session's id is made of campaign, number and the request's time: a request that is repeated under its `Idempotency-Key` starts nothing
///   twice and answers the same.
package dev.ringback.recruiting.session;
