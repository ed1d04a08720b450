/// The benchmark, run by `./mvnw -Pbench verify` alone: one server, every contestant a process that obeys the same few
/// commands, and a harness that measures from outside, until the last item is committed.
///
/// ```
///   QueueBench ─▶ …Round ─▶ Race ─▶ Contestant ─▶ Instance (the application) │ src/bench (others)
///                   └─▶ Figures        └─▶ Meter ─▶ /proc, WAL position
/// ```
///
/// - We run the application in JVMs of its own, not in the harness', because two instances are two processes and the
///   harness' work must not count as theirs.
/// - A figure that misses its target fails nothing: on a busy machine it says nothing. The report marks it.
package dev.ringback.bench;
