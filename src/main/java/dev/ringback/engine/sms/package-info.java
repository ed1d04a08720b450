/// Text messages: through Twilio or Telnyx.
///
/// Neither takes an idempotency key and neither can be asked by a reference of ours, so a submission that was cut off is never
/// repeated by itself. We don't search their lists for a message of the same text, because a reminder may say the same twice.
/// Instead the address for reports names our message: a report settles what an answer should have.
package dev.ringback.engine.sms;
