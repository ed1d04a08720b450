/// Accounts: the roofing companies, and what they pay for.
///
/// Owns `roofing.users`.
///
/// A subscription stands as Stripe says. Its events come in any order, so the newest by its own time counts; of two of one second the
/// one that stands later in a subscription's life.
package dev.ringback.roofing.account;
