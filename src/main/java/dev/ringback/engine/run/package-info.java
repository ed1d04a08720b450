/// Jobs: idempotent functions under `jobs/<name>`, called by pg_cron, a platform's scheduler or our own, in any number and
/// at once.
///
/// ```
///   draining job: runs whenever it is called, side by side; a row only for a run that did something or failed
///   calendar job: slot free ──insert──▶ running ──▶ finished
///                              ▲           ├──▶ open (something remains; failed: after a while; its instance died: after the lease)
///                              └───────────┘        └──▶ finished with its error (failed as often as it may)
/// ```
///
/// Owns `engine.run`. The row of (job, slot) is the lock, not an advisory lock, because those belong to sessions and poolers
/// share them. Its lease lives by the database's clock, as those of the queue do: an instance whose own clock is wrong would
/// take over what others still do. Whoever calls a calendar job more often than it has slots does no harm, and finds the run
/// that died; so pg_cron calls nightly jobs every hour. A missed slot is not made up for: the next one does the same and more.
package dev.ringback.engine.run;
