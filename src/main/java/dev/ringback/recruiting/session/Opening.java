package dev.ringback.recruiting.session;

import java.time.Instant;

import dev.ringback.recruiting.call.CallBrief;
import dev.ringback.recruiting.message.Contact;

/// A session that is to be begun.
///
/// @param start  when its campaign starts; null for at once
/// @param isCall whether the campaign begins by calling
record Opening(Contact contact, Instant start, boolean isCall, CallBrief brief) {}
