/// Probes: how a prospect answers somebody who asks.
///
/// ```
///   planned ──sent──▶ waiting ──automatic answer──▶ answered   scored by its delay and by whether it is personal
///      │                 └──────the wait is over───▶ silent     scored 0; an answer that comes later still counts
///      └──refused, suppressed, not submittable──▶ failed        with its reason; not scored
/// ```
///
/// Owns `growth.prospect_probe`. A probe is an ordinary message of the internal client, so policy, suppression and brake hold; its address to
/// answer to bears a token, because an autoresponder rarely answers to the Message-ID of a form that never had one.
///
/// An answer counts as automatic when it says so or when it comes sooner than a person types. A form that only a script can
/// submit is reported, not driven by a browser.
package dev.ringback.growth.probe;
