/// What the agency writes to prospects, by mail or through their form.
///
/// ```
///   planned ──sent──▶ sent ──opened──▶ opened ──answered──▶ replied
///                       └──two weeks without either──▶ ignored ──answered after all──▶ replied
/// ```
///
/// Owns `growth.prospect_outreach_log`: a projection of `engine.message`, a row from when its provider took it. A mail is commercial: without
/// a postal address and a way to say no it does not leave. The end of the two weeks is work that is due then.
package dev.ringback.growth.outreach;
