/// Tells a tenant that somebody wants to buy now: by mail, by webhook and by the pack's own notifications.
///
/// Owns `engine.alert_setting`, which the tenant sets whole. What is told is planned in the transaction that causes it, so that a crash
/// loses neither. A mail to the tenant is a message like any other, about a subject of the engine's own: an answer to it is
/// nobody's answer to the lead's conversation, and the lead's hours and noes don't hold it back.
package dev.ringback.engine.alert;
