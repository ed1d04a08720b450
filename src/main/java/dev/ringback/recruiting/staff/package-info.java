/// Who may recruit: the team's signed-in members, by the claim `app_metadata.role` that only the service can give, and the service itself.
///
/// What is read is read with the caller's own rights, so that row level security decides. What is written reaches into the engine, which
/// signed-in users don't, so it is asked for first and then done as the service.
package dev.ringback.recruiting.staff;
