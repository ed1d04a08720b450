/// A client sends through its own mail server, once that has taken a mail.
///
/// ```
///   settings ─▶ test mail to the client itself, through the server ─▶ taken: it is the sender | refused: nothing changes
/// ```
///
/// The password is kept nowhere before the server has taken the mail, and then in the vault. Nobody but the client gets the test
/// mail: a server that is asked for is no relay to strangers.
package dev.ringback.growth.sender;
