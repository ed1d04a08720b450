/// What is forgotten after its time: raw bodies of what arrived, what a model made of them, and the runs of jobs.
///
/// Never forgotten here: the ledger of consent, suppressions, the audit, usage, messages and their events. Numbers stand on
/// those, and they are compact; a person's part in them goes by erasure. Answers kept under an idempotency key go hourly with
/// `key-and-session-expiry`.
package dev.ringback.engine.retention;
