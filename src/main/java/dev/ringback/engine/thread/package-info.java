/// Answers: which conversation they belong to, what they mean, and what they stop. All in the transaction that works the
/// arrival.
///
/// ```
///   mail ─▶ thread (references, else the pair of addresses) ─▶ stored ─▶ meaning by rules
///                                                               ├─ opt-out: ledger, suppression, planned sends suppressed
///                                                               ├─ automatic: planned sends wait for the day of return
///                                                               └─ answer: planned sends and work cancelled
///                                                             ─▶ the pack is told
/// ```
package dev.ringback.engine.thread;
