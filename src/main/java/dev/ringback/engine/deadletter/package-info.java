/// Work that failed as often as it may: listed, replayed or discarded by a person.
///
/// ```
///   open ──replay──▶ replayed (enqueued anew, unless a live piece has its key)
///     └───discard──▶ discarded
/// ```
///
/// `engine.dead_letter` belongs to [dev.ringback.engine.dispatch], which writes the letters. A letter that was dealt with stays, closed,
/// because what failed and why is asked for later than it is repaired.
package dev.ringback.engine.deadletter;
