/// Who must not be written to. A no is a line in the ledger and a suppression of the address's keyed hash: it survives the erasure
/// of the person, and nothing purges it.
///
/// ```
///   reply, click, provider, import, column ─▶ Consent.refuse ─▶ locks ─▶ ledger ─▶ suppression, spread over the person's
///   addresses where the tenant's `revoke_all` says so ─▶ planned messages withheld, packs told
///   START ─▶ Consent.restart ─▶ ends what this address's own no began; never a bounce, an import or a global one
/// ```
///
/// Owns `engine.consent_setting`, `engine.consent_event`, `engine.suppression`.
///
/// - A no is spread when it is taken and when addresses are linked, not joined at each look-up, because the look-up is asked twice
///   for every message and must also work for a person whose addresses were erased.
/// - An opt-out ends by a date and not by deletion, so that the ledger and the table never disagree about what was.
package dev.ringback.engine.consent;
