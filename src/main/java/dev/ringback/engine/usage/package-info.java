/// What tenants use and may use: recorded once per source, billed from a rollup, limited where there is an allowance.
///
/// Owns `engine.usage_event` (append-only), `engine.allowance` and the rollup `engine.usage_month`.
///
/// Who takes from an allowance locks its row first and looks again then, because a guarded decrement and the unique source in one
/// statement would take twice where one source comes twice at once. Months are closed by nobody: a late event changes its month,
/// and the bill that was sent is the biller's row, not ours.
package dev.ringback.engine.usage;
