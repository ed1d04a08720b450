/// Businesses that may need us: taken in from lists, ranked by how badly they answer today.
///
/// ```
///   JSON, CSV ─▶ each row accepted (new or known by its site, else its address) or refused with its reason
///   probed (`growth/probe`) ─▶ response_score ─▶ automation_need_score ─▶ priority from 70
/// ```
///
/// Owns `growth.prospect_candidates`. They are the agency's own matter: the service writes them, its internal client reads them, and what
/// is written to them are messages of that client to the subject kind `prospect`. Nothing is crawled: whoever looks for
/// businesses hands in what he found.
package dev.ringback.growth.prospect;
