package dev.ringback.engine.unsubscribe;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.consent.Party;

/// Who got a message.
///
/// @param sender how the tenant calls itself; null where it has no name
record Recipient(Party party, Channel channel, String language, String sender) {}
