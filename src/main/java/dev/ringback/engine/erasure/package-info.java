/// What is kept about a person, and forgetting it.
///
/// ```
///   one address ─▶ the person, all addresses ─▶ packs' rows (PersonalData), messages, ledger, suppressions ─▶ shown │ forgotten
/// ```
///
/// Forgetting blanks rows and deletes none that a number stands on. The refusals stay, because forgetting who said no would be
/// the way to write to him again.
package dev.ringback.engine.erasure;
