package dev.ringback.engine.billing;

import java.time.Instant;

/// How a subscription stands.
///
/// @param customer Stripe's id of who pays
/// @param id       Stripe's id of the subscription
/// @param status   Stripe's word: `active`, `past_due`, `canceled`…
/// @param at       when it came to be so; an older one that comes later says nothing
public record Subscription(String customer, String id, String status, Instant at) {}
