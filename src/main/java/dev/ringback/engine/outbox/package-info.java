/// The outbox adapter's messages for looking at, and a way to play the person who answers them. For development: there the
/// outbox is where everything goes.
package dev.ringback.engine.outbox;
