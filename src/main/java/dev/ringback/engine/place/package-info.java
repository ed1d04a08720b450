/// Where is a recipient? The zones whose clocks may be his, and the jurisdictions whose hours bind.
///
/// ```
///   stated zone ─▶ address ─▶ phone number and postal code together ─▶ all zones of the country ─▶ unknown
/// ```
///
/// - Several zones are an answer: it must be open in all of them. We never pick the likeliest, because a wrong guess is a
///   call at six in the morning.
/// - A number that may be anywhere (toll-free, premium) tells nothing, though it begins with a country's code.
/// - Tables are small files with their source, made from data that a native executable doesn't carry.
package dev.ringback.engine.place;
