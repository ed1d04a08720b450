/// A client moves its leads: tags, archives, deletes, reverts, restores.
///
/// ```
///   Active ⇄ Follow-Up ─▶ Converted ─revert─▶ Active        any ─▶ Archived | Deleted ─restore─▶ Active | Converted
/// ```
///
/// The row says the state and its triggers do the rest: the booleans, the line of the history, what a conversion teaches, the
/// ladder of reminders. So supabase-js may write the tag as well; what it skips are the refusals of `TagPolicy`.
package dev.ringback.growth.tag;
