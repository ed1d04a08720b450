/// People who want to buy now: somebody is told, once per subject and opportunity.
///
/// ```
///   raised ─▶ alert ─▶ acknowledged
///      └──nobody took it in time──▶ escalated, once
/// ```
///
/// Owns `engine.hot_lead`.
package dev.ringback.engine.hotlead;
