/// The function `explain-send`: every verdict about a message and every report of it. Nothing that was not sent lacks a reason.
///
/// Owns `engine.verdict`, which a trigger on the messages fills.
package dev.ringback.engine.explain;
