/// Emergency stops: global, per pack, per tenant, per channel. What they cover waits, and goes when they are released.
///
/// Owns `engine.brake`. Setting one answers after every submission that began before it, so whoever has the answer knows that
/// the last one has begun.
package dev.ringback.engine.brake;
