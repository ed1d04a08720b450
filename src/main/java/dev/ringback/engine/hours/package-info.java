/// When one message may leave: the law's hours where its recipient may be, the house's where its tenant is, and whether the
/// person is talking to us just now.
///
/// - The packs are asked when a message is about to leave, and their hours aren't copied to it when it is planned, because a
///   house that changes its hours means them from then on.
package dev.ringback.engine.hours;
