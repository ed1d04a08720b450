/// Why an always-on instance looks at the queue now: its own commit, another's hint by Redis, or that it is time to look again.
///
/// We poll, not LISTEN, because a transaction-mode pooler has no session to listen in. All hints are only speed: without any of them
/// the next poll, or the next tick, finds the work.
package dev.ringback.engine.wakeup;
