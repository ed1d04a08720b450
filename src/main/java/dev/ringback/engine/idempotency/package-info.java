/// `Idempotency-Key` on every function that changes something: the same request again gets the same answer and has no second
/// effect.
///
/// ```
///   free ──first request──▶ running ──answered──▶ kept (a day) ──▶ free
///                              └──refused, or a minute without an answer──▶ free
/// ```
///
/// Owns `engine.idempotency`. We keep answers, not effects: what a function does under the key it does by its own unique
/// keys, so that a crash between effect and answer leads to the same rows when the request comes again.
package dev.ringback.engine.idempotency;
