/// A campaign's figures: what was said and found out, by days and up to now.
///
/// ```
///   chat_history, call_info, session_objective_events ─mark─▶ campaign_daily (rollup)      stats = days before today + today's rows
/// ```
///
/// Owns `recruiting.campaign_daily`.
///
/// - Sessions that are active are counted where they are: a state has no day.
package dev.ringback.recruiting.statistics;
