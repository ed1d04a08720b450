package dev.ringback.engine.thread;

import dev.ringback.engine.channel.Incoming;

/// A person's message in its conversation.
record ReceivedReply(Incoming incoming, Conversation conversation) {}
