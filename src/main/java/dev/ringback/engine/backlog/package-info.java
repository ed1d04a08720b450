/// Looks after the queue from outside: finds due columns that have no work, forgets what is over, and tells how it stands.
///
/// Gauges: `ringback_queue_ready`, `ringback_queue_lag_seconds` (how late the head of the queue is), `ringback_dead_letters` and
/// `ringback_oldest_snapshot_seconds`: a forgotten transaction keeps every dead row of the queue on disk, so it is worth an alarm.
/// They are read once a minute, not at each scrape, because a scrape must not cost the database anything.
package dev.ringback.engine.backlog;
