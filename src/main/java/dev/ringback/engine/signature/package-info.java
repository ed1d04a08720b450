/// How providers prove that a call is theirs: a class per scheme, pure, from the call and the time to yes or no.
///
/// ```
///   HMAC over the body with a time ── Standard Webhooks (mail, Resend), Stripe, the voice agent
///   HMAC over the body             ── Meta
///   HMAC over address and fields   ── Twilio
///   HMAC over a time and a token   ── Mailgun; its body is signed by nothing
///   public key over time and body  ── Telnyx (Ed25519), SendGrid (ECDSA)
///   nothing                        ── Postmark: a secret that the caller shows
/// ```
///
/// Each takes several secrets, so that a new one holds beside the old one while it is rotated, and refuses every call where it
/// has none. Signatures are compared in constant time; a header that is missing, empty or there twice refuses. Where a scheme
/// signs no time, a replay is absorbed by the inbox's unique key.
package dev.ringback.engine.signature;
