/// Calls: through Telnyx call control, led by a voice agent.
///
/// ```
/// dial → call.answered (hook) → the agent is started → call.hangup (hook)
/// ```
///
/// Telnyx ignores a repeated command of the same id on one call, but a dial makes the call, so a dial that was cut off is not
/// repeated: nobody is called twice. Our id comes back in each event's client state.
package dev.ringback.engine.voice;
