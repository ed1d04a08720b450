/// Business time. Everything that decides by time asks [Clock]; leases alone live by the database's clock.
///
/// We keep one clock bean that can be set in development and tests, not a clock per test, because a packaged jar or
/// executable must be tickable from outside too.
package dev.ringback.engine.time;
