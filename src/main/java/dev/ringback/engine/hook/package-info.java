/// The hooks of providers: what comes is proven, stored under the event's id, answered, and worked afterwards.
///
/// ```
///   call ─▶ signature ─▶ engine.inbox (unique event) ─▶ 2xx ─▶ work: mailhook, phonehook, billing
///              └─▶ 401, and nothing is stored
/// ```
///
/// An event's id is the provider's own; where it has none, its message's id and state, or the digest of the body. We don't take
/// the headers that tell a retry from a first try, because they are not signed.
package dev.ringback.engine.hook;
