/// The ledger as functions: record a yes, record a no, ask, and how a tenant wants it kept.
///
/// A tenant's key speaks for its tenant alone; the service names whom it speaks for. A yes that is recorded here never ends an
/// opt-out, because who sends must not be able to unsay a no.
package dev.ringback.engine.ledger;
