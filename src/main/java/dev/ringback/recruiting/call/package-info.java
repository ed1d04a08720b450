/// Calls to candidates, led by a voice agent that reports afterwards.
///
/// ```
///   queued ─▶ ringing ─▶ in_progress ─▶ completed
///      │         └──▶ no_answer | busy ─▶ the next attempt      └──▶ voicemail | failed
///      └──▶ failed (refused by policy; explain-send says why)
/// ```
///
/// Owns `recruiting.call_info`. A call's id is that of its message.
///
/// - Reports come in any order: a status only rises, a transcript only grows, and what is known is not forgotten.
/// - Nobody is called without a recorded consent, whoever starts the call: that is the engine's policy.
package dev.ringback.recruiting.call;
