/// Connections that we open, to providers and to addresses that others named.
///
/// We keep HTTP clients here and give the others requests and answers to work with, because whether the other side can have
/// taken a request is seen from where the exchange broke off, and must be judged the same everywhere. Outside
/// `ringback.environment=live` nothing but this machine and the named test hosts is reached.
package dev.ringback.engine.net;
