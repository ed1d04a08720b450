package dev.ringback.engine.hours;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.ringback.engine.law.ContactCap;
import dev.ringback.engine.policy.SendFacts.Hours;
import dev.ringback.engine.policy.SendFacts.Limit;

/// When a message may leave.
///
/// @param caps         what the law counts
/// @param cap          until when the law has the person left alone
/// @param sessionUntil how long the person's last message by this channel may be answered freely; null without one
public record Times(Hours hours, List<ContactCap> caps, Optional<Limit> cap, Instant sessionUntil) {}
