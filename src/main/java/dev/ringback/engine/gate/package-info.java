/// The gate: the statement that moves messages to `submitting` and itself checks environment, suppression, brake and caps, message
/// by message. It is committed before any provider is called.
///
/// ```
///   enter: keys of the addresses, shared, without waiting ─▶ slots of what is capped, locked ─▶ begin
///   opt-out, brake: their keys for themselves, waiting ─▶ commit
/// ```
///
/// Owns `engine.send_slot`, `engine.cap`.
///
/// After an opt-out is committed no submission begins: its insert takes the address's key, which the gate holds from before its
/// picture of the database until its commit. So the opt-out commits after the gate or the gate's picture has the opt-out. We take
/// transaction-level advisory locks, not row locks, because they cost neither write-ahead log nor a row per address, and a
/// trigger on the table takes them, not our code, because opt-outs also come by plain SQL. The gate never waits for one: it leaves
/// the message and asks again, so a user's open transaction stops nobody else's mail and there is nothing to deadlock on.
///
/// Caps count under a lock that was taken one statement earlier: a statement that locks and counts at once counts by the picture
/// from before it waited.
package dev.ringback.engine.gate;
