/// What is learnt about a client's leads.
///
/// ```
///   lead tagged Converted, reverted ─▶ conversion, reversion            written with the tag, never again
///   lead, action ─trigger─▶ mark of its day ─▶ figures ─▶ engagement_score, urgency_trend, tone_distribution,
///                                                         pattern_detected, conversion_prediction
/// ```
///
/// Owns `growth.growth_brain`. Those of the second line are a rollup: computed whole from leads and actions as they stood when
/// the local day ended, so that dropped and built again they are the same. A day's figures look back, so a late fact changes
/// each later day, too.
///
/// A day has rows when somebody wrote in the thirty days that it ends, and when it is over or something happened on
/// it. The forms of the snapshots are described in [dev.ringback.growth.finding].
package dev.ringback.growth.insight;
