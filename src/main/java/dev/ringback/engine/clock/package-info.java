/// The function `clock`: moves business time from outside, so that a packaged jar or executable can be ticked as a test ticks
/// it. There is no such function unless `ringback.clock` is `settable`.
package dev.ringback.engine.clock;
