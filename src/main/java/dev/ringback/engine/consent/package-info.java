/// Who must not be written to. An opt-out is an entry in the ledger and a suppression of the address's keyed hash: it
/// survives the erasure of the person, and no rebuild clears it.
///
/// Owns `engine.consent_event`, `engine.suppression`.
package dev.ringback.engine.consent;
