/// What reports about messages say of the addresses they went to: one that is gone, complains or stopped us is not written to again.
///
/// ```
///   complaint, carrier's STOP, hard bounce ─▶ suppression, in the transaction that records the report
///   soft bounce ─▶ the last of several in a row, over days ─▶ a pause
/// ```
///
/// A report is a consequence once: told again after the person's START it suppresses nothing. We take the tenant's lock of noes before
/// the messages' rows, because a no takes them in that order too.
package dev.ringback.engine.consequence;
