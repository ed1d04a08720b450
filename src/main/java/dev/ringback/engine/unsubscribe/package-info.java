/// Saying no by a link.
///
/// ```
///   mail ─ List-Unsubscribe, {{ unsubscribe_url }} ─▶ GET: the page, changes nothing │ POST: one click, or the page's form
/// ```
///
/// A link names the message and is signed; there is nothing about the person in it. A forged one is refused before anything is
/// looked up, and saying no twice is saying it once, so the functions need no further bound.
///
/// One click reaches as far as the tenant's `revoke_all`; a choice on the page is taken as it was made.
package dev.ringback.engine.unsubscribe;
