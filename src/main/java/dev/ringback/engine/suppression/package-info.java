/// Opt-outs on the move: who said no, out of this installation and into it.
///
/// We answer JSON with the CSV inside, not a CSV file, because a function's success is exactly `application/json`.
package dev.ringback.engine.suppression;
