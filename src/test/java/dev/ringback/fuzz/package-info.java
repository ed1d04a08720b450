/// Inputs that nobody would write, by the hundred thousand: what strangers send must end in an answer or a reason, never in a crash.
///
/// - We run Jazzer in a JVM of its own, not as a JUnit engine, because its agent would instrument every other test too.
/// - Hooks are also called over HTTP, by requests that no client would send; those are made at random from seeds, not guided.
/// - The build fuzzes for seconds, `-Psoak` a million inputs; what was found once is a sample of the mailbox from then on.
package dev.ringback.fuzz;
