/// What a tenant pays for: the state of its subscription, as Stripe tells it, for the pack that sells it.
///
/// Events come in any order, so each carries its time and a pack keeps the newest.
package dev.ringback.engine.billing;
