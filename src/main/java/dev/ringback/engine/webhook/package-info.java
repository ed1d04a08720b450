/// Events that a tenant's own server is told, signed by Standard Webhooks and tried again with back-off as work of the queue.
///
/// ```
///   2xx → done      410 → given up      everything else → again, then a dead letter
/// ```
///
/// The address is the tenant's word, so only public ones are asked, and a redirect is an answer like any other that is not 2xx: whoever
/// moved changes the setting. The secret stays in the vault; work and dead letters name it.
package dev.ringback.engine.webhook;
