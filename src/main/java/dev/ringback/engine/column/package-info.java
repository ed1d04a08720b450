/// Opt-outs that people write into the packs' own columns.
///
/// ```
///   a column is set by hand ─trigger─▶ work engine.consent-column ─▶ the pack reads its row ─▶ ledger and suppression
/// ```
///
/// The trigger says only which row changed, because SQL has no key to hash by and an address has no business in the queue.
package dev.ringback.engine.column;
