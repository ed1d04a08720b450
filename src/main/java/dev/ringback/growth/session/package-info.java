/// Clients sign in by address and password and get a token for a while. Owns `growth.client_session`, `growth.login_failure`.
///
/// A token has the form of an API key and opens what one opens; it ends by itself, by signing out, and with the client. Failed attempts
/// are counted by the address that was tried, whether or not a client has it: neither the answer nor its time tells which.
package dev.ringback.growth.session;
