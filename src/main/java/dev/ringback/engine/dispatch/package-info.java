/// The queue's inside: due work is claimed in batches, done at least once, its effect once.
///
/// ```
///   waiting ──due──▶ ready ──claim──▶ leased ──▶ (deleted: done, cancelled)
///      ▲                                 │  ├──▶ waiting (snoozed; failed: later, with back-off)
///      └────────lease ran out────────────┘  └──▶ dead letter (failed as often as it may)
/// ```
///
/// Owns `engine.ready`, `engine.lease`, `engine.dead_letter`.
///
/// The lease row is the fence: a batch's completion begins by deleting it, so a worker whose lease ran out changes nothing.
/// We lease batches, not rows, because a row per batch costs half of the write-ahead log.
package dev.ringback.engine.dispatch;
