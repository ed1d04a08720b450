/// Figures by tenant and local day, computed from facts and never counted up: dropped and built again, they are the same.
///
/// ```
///   fact comes, changes, goes ──trigger──▶ mark (rollup, tenant, moment) ──`rollup-dirty`──▶ its day computed whole
///        `rollup-daily` after midnight, `rollup-rebuild`, another zone ──▶ marks, too
/// ```
///
/// Owns `engine.rollup`, `engine.dirty_day`, `engine.tenant_setting` (zones of the days) and `engine.message_daily`.
///
/// A pack adds a rollup by a table without anything but figures, a row in `engine.rollup`, the triggers of
/// `engine.mark_dirty_days` on its fact tables, and a [Rollup] whose repository has the two statements `recompute` (whole days,
/// writing only rows that differ) and `mark_range`; `MessageDailyRepository` is the model. Counters on a pack's rows (messages
/// sent, executions) are written the same way: by days, where the row has a day; otherwise the row's figure is the sum over the
/// rollup's days, written absolutely by `recompute` for the rows that the days touch. Nothing is ever `+ 1`.
///
/// Marks are only inserted and deleted. We don't keep one row per day with a version, because then each transaction with a fact
/// of the same day would wait for the one before it; and a trigger does not skip a mark that it sees, because that one may be
/// cleared before its own fact is committed. The job takes the marks first and reads the facts in a later statement: a fact that
/// it cannot see yet has a mark that it cannot see yet. Who recomputes a rollup holds its row, so that an older look at a day
/// never overwrites a newer one.
///
/// A mark holds a moment, not a day: the tenant's zone may change before the day is computed.
package dev.ringback.engine.rollup;
