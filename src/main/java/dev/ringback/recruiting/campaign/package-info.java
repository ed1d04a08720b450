/// Campaigns: what the job is, what is to be found out, how sessions open, remind and close, and when they end.
///
/// ```
///   created ─▶ started (openings leave from `start` on) ─▶ ended (`end`: its active sessions expire)
/// ```
///
/// Owns `recruiting.campaign_info`; `recruiting.campaigns` mirrors the sessions' campaign by trigger.
///
/// - SQL, not an entity, because a campaign's key is its name: renaming it changes the key, and must see that no session is active.
package dev.ringback.recruiting.campaign;
