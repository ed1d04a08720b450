/// What comes in: mail as it arrived, taken apart into values.
///
/// ```
///   raw bytes ──MailParser──▶ InboundMail (perhaps with a BounceReport) │ Unreadable(reason)
/// ```
///
/// - We listen to mime4j's parse events, we don't build its tree, because a tree of a hostile mail has no bound on depth
///   or parts, and because an event gives the body of a delivery status part as bytes that we can read.
/// - A broken part costs only that part: people's mail programs send worse mail than the standards allow.
package dev.ringback.engine.mail;
