/// Leads: submitted, understood by rules, answered, and their timeline.
///
/// ```
///   submit ─▶ row ─trigger─▶ work growth.plan-reply ─▶ ReplyPolicy ─▶ message planned | withheld with its reason
/// ```
///
/// Owns `growth.lead_memory`, `growth.lead_actions`.
///
/// A submission only stores; the row's trigger says that there is something to plan, so a lead that supabase-js inserts is
/// answered as well. Each submission is one cause, named by its instant: repeated work plans the same message again.
package dev.ringback.growth.lead;
