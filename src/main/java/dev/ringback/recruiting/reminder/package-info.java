/// Reminders of candidates who went quiet.
///
/// ```
///   our message (no reminder) leaves ─▶ silence ─▶ +20 h ─▶ +48 h ─▶ +96 h ─▶ left alone
///                                          └── the candidate writes: count and date are reset
/// ```
///
/// Works on `next_reminder_at` and `reminder_count` of `recruiting.session_info`; the column is the truth, its trigger keeps the work in step.
///
/// - A silence is counted from our last message that was no reminder, and never in a burst: what was missed while we were away is one
///   reminder, the latest.
/// - A reminder is a template, or free text where the campaign has no template; then the engine's policy holds it outside the 24-hour window.
package dev.ringback.recruiting.reminder;
