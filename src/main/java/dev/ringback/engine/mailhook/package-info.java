/// What providers of mail tell: how mails fared, and mails that came in.
///
/// ```
///   event ─▶ status of its message (engine.progress)
///   mail  ─▶ put back into MIME ─▶ engine.thread, the same way as a mail that was handed in raw
///   Resend's mail ─▶ fetched from its receiving API first
/// ```
///
/// We put what providers took apart back into MIME, because then one reader has one set of limits, and a delivery report is
/// recognised whoever brings it.
package dev.ringback.engine.mailhook;
