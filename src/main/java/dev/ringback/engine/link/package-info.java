/// Links into mails, and who made them: a token names a message, and a signature shows that it is ours.
///
/// The signature covers what the link is for, so that a token of one purpose opens nothing of another. We sign with the newest key and
/// accept every key that is configured, because mails are opened years after they were sent.
package dev.ringback.engine.link;
