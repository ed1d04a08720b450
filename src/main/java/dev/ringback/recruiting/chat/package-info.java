/// The chat as recruiters see it and take part in it.
///
/// - A recruiter's message takes back the reminder that waits: he has broken the silence himself.
/// - Outside the 24-hour window free text is refused as `held_window`, never tried; `explain-send` says so.
package dev.ringback.recruiting.chat;
