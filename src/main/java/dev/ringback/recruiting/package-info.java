/// The recruiting pack: candidates are written to and called for campaigns, asked what has to be found out, reminded, and left alone.
/// Postgres schema `recruiting`. One team of recruiters, so one tenant.
///
/// ```
///   campaign ─▶ session (opening by template or call) ─▶ answer ─▶ objective ─▶ next question … ─▶ completed
///                  └─ silence ─▶ reminders                 └─ no ─▶ opted_out          └─ campaign end ─▶ expired
/// ```
package dev.ringback.recruiting;
