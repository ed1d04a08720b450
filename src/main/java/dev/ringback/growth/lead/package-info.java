/// Leads as partners in conversation: answered as fast as their client wishes, and what becomes of that in their history.
///
/// ```
///   row ─trigger─▶ work growth.plan-reply ─▶ ReplyPolicy ─▶ message planned | withheld with its reason
/// ```
///
/// Owns `growth.lead_memory`, `growth.lead_actions`.
package dev.ringback.growth.lead;
