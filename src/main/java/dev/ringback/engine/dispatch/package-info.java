/// The queue's inside: due work is claimed in batches, done at least once, its effect once.
///
/// ```
///   waiting ──due──▶ ready ──claim──▶ leased ──▶ (deleted: done, cancelled)
///      ▲               ▲                 │  │
///      │               └─lease ran out───┤  └──▶ dead letter (failed, or its lease ran out, as often as it may)
///      └─snoozed; failed: with back-off──┘
/// ```
///
/// Owns `engine.waiting`, `engine.ready`, `engine.lease`, `engine.dead_letter`, `engine.tenant_time` and the sequence
/// `engine.virtual_time`.
///
/// The lease row is the fence: a batch's completion begins by deleting it, so a worker whose lease ran out changes nothing. A part that
/// is completed before the others shortens it to what is left, so a part that is completed twice changes nothing either.
/// We lease batches, not rows, because a row per batch costs half of the write-ahead log.
package dev.ringback.engine.dispatch;
