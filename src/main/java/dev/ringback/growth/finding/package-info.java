/// What a day's figures say, decided by pure functions from [Figures] to [Finding]s.
///
/// ```
///   figures ─▶ engagement_score, urgency_trend          on every day with leads
///           ─▶ tone_distribution                        where a tone is known
///           ─▶ pattern_detected                         this week clearly differs from the last
///           ─▶ conversion_prediction                    from twenty conversions on
/// ```
///
/// The forms of the snapshots are JSON Schemas in the resources of this package, one per `event_type`; those of conversions and
/// reversions, which are written as they happen, are there, too. They are checked by tests and not at each write: what we compute has one
/// form, and what others insert by plain SQL is theirs.
package dev.ringback.growth.finding;
