/// Ringback, the engagement backend beside a Supabase database.
///
/// ```
///   bids   roofing   recruiting   growth      the packs: one business each; packs never meet
///      \       \        /        /
///       ▼       ▼      ▼        ▼
///                engine                       work, messages, policy, consent, channels, inbox
///
///                local                        what one command starts on a laptop; not in the executable
/// ```
///
/// A package is a Postgres schema, a folder of SQL and a folder of tests under the same words. The one arrow goes from
/// the packs to the engine: the engine knows no bid card, no roof, no candidate and no client.
package dev.ringback;
