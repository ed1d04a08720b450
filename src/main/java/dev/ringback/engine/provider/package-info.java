/// The APIs of providers, as far as they are alike: one call, and how its answer becomes a delivery.
///
/// ```
/// not connected, 429, 503, 408 → certainly not taken: again later
/// 2xx with an id               → accepted
/// 4xx                          → the message's fault (for good) or a setting's (again later), by the provider's own codes
/// silence, other 5xx, 2xx without an id → a failure: nobody knows, so the message's recovery decides
/// ```
///
/// We read a 500 as silence, not as "no", because the provider may have broken after it had taken the message.
package dev.ringback.engine.provider;
