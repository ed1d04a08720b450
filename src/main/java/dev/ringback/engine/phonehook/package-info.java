/// What providers of messages and calls tell: how messages fared, what people wrote, and how calls went.
///
/// ```
///   status            ─▶ status of its message (engine.progress)
///   text, button      ─▶ engine.thread, the same reply transaction as a mail
///   call.answered     ─▶ work: the agent is started (engine.voice)
///   other call events ─▶ the pack is told ([dev.ringback.engine.message.PackConversation#called])
///   a call's words    ─▶ the pack is told, and what the person said is an answer like any other
/// ```
///
/// The agent is started by work and not while the event is read, because a call to a provider has no place in a transaction.
package dev.ringback.engine.phonehook;
