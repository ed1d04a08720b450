/// What is known of a candidate and of a session, in one answer: session, messages, calls, objective timeline.
///
/// Read with the caller's own rights: who is not of the staff finds nothing.
package dev.ringback.recruiting.profile;
