/// Ways out: one [MessageSender] per provider and channel, chosen per tenant. The adapters are in packages of their own
/// (`email`, `sms`, `whatsapp`, `voice`, `form`).
///
/// A provider's "no" is a value ([Delivery]), its silence an exception: then nobody knows whether it took the message.
/// In development everything goes to the *outbox*, whatever a tenant has configured, so that nobody is written to by mistake.
package dev.ringback.engine.channel;
