/// A provider that is down is left alone: what would go through it waits and burns no attempt.
///
/// ```
///   closed ──several failures in a row──▶ open ──its pause is over──▶ half open ──one message, answered──▶ closed
///                                          ▲                             └──failed──┐
///                                          └─────────a longer pause─────────────────┘
/// ```
///
/// Only what says something of the provider counts: no connection, silence, "busy" and answers of the 5xx kind. A refusal is an answer.
///
/// We keep the state in Redis, in a text that is replaced if it is still the one that was read, not in a script's logic, because so the
/// policy is the same in Java's tests and without Redis. There each instance has its own.
package dev.ringback.engine.breaker;
