/// Mail: through a server (SMTP), Resend or SendGrid.
///
/// Through a server a mail carries our own Message-ID, so a second copy is recognised as one. Resend and SendGrid set theirs
/// and name it in their reports; there our id travels as idempotency key and tag (Resend) or argument (SendGrid).
package dev.ringback.engine.email;
