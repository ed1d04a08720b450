/// The only queue, as everybody sees it: what work is, who does it, how it is put in and taken back.
///
/// Owns `engine.work`. Database triggers enqueue, not our code, because plain SQL and supabase-js must start the same
/// automation; our own code enqueues only what it planned itself.
package dev.ringback.engine.work;
