package dev.ringback.engine.hours;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.ringback.engine.law.ContactCap;
import dev.ringback.engine.policy.SendFacts.Hours;
import dev.ringback.engine.policy.SendFacts.Limit;

/// When a message may leave.
///
/// @param cap          until when the law has the person left alone
/// @param sessionUntil how long the person's last message by this channel may be answered freely; null without one
/// @param caps         the law's on how often, which the gate counts once more
public record Times(Hours hours, Optional<Limit> cap, Instant sessionUntil, List<ContactCap> caps) {}
