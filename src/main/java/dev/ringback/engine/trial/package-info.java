/// The rules to try out: what a person, or a program of his, asks before he trusts them. Nothing here is stored or sent.
///
/// `window-next` asks the windows, `classify-text` the classifier, up to 1,000 cases in one call; `preview` rehearses one
/// message: when it would leave, what every rule says on the way, and what would stand in it.
///
/// - A text that is no instant, date, time or zone is refused with its place in the body (`cases[3].rules[0].zone`), not the
///   whole body as malformed: among a thousand cases nobody finds it otherwise.
/// - A rehearsed message is planned for real, asked about by the same reader and policy as every send, and the transaction is
///   taken back. A second reckoning beside the real one would agree with it until one of them is changed.
package dev.ringback.engine.trial;
