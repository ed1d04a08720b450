/// When may it leave? Weekly open hours in a zone, intersected over everything that binds, and the next instant inside.
///
/// ```
///   schedule: open hours ──local dates──▶ merged local spans ──narrower reading──▶ instants ──∩ all schedules──▶ first slot ≥ t
/// ```
///
/// - We merge adjoining hours on the local calendar and not as instants, because midnight itself may come twice: a house
///   that is open around the clock doesn't close for it.
/// - We read an ambiguous opening late and an ambiguous closing early, not as the JDK does, because a send outside the hours
///   cannot be taken back and one that waits an hour can.
/// - Nothing open within five weeks is an answer of its own, not the day after: rules that contradict each other are a
///   person's mistake and for a person to see.
package dev.ringback.engine.window;
