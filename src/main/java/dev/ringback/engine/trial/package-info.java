/// The rules to try out: what a person, or a program of his, asks before he trusts them. Nothing here is stored or sent.
///
/// `window-next` asks the windows, `classify-text` the classifier, up to 1,000 cases in one call.
///
/// - A text that is no instant, date, time or zone is refused with its place in the body (`cases[3].rules[0].zone`), not the
///   whole body as malformed: among a thousand cases nobody finds it otherwise.
package dev.ringback.engine.trial;
