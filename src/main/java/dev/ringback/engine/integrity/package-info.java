/// A nightly look at our own promises, from the rows alone: whatever it finds is a fault of ours.
///
/// Owns `engine.violation`: a row per thing, told by the log and by the metric `ringback_violations`, open until a later night
/// does not find it any more. A send after an opt-out cannot be undone, so a person resolves it.
///
/// A pack adds its own, such as "projection = message", by a bean of [IntegrityRule]; each writes its findings in one statement.
/// We look at what moved lately and give up early, not at everything, because an audit that takes hours is not run.
///
/// An entry of `engine.ready` without work is no fault: the claim drops it. Work without any entry would never run, and is.
package dev.ringback.engine.integrity;
