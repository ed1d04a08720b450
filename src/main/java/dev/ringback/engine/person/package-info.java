/// Who is who: the addresses of one person, as one tenant knows him.
///
/// ```
///   a pack's row, a hand ─▶ Persons.link ─▶ nobody known: a new person │ one: his │ several: they were one ─▶ his no spreads
/// ```
///
/// Owns `engine.person`, `engine.address`.
///
/// A person is kept per tenant, because what one client of ours knows of him is no business of another.
package dev.ringback.engine.person;
