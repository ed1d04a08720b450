/// How messages fare: what providers and answers report of them, folded into their rows, and what stops those that have not
/// left.
///
/// Owns `engine.message_event`.
///
/// A status is the highest that was ever reported, a time the earliest of its event: both are folds that give the same row for
/// any order and repetition. We fold in the database, not in Java, because reports of one message come to several instances at
/// once. A report of a message that nobody knows waits for it, an hour at most, since it may outrun the commit that makes it.
package dev.ringback.engine.progress;
