package dev.ringback.engine.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import dev.ringback.engine.window.LegalWindow;
import dev.ringback.engine.window.Schedule;

/// What is known about a message that wants to leave, in the groups in which it is read. Begin with [#to(String)], of which
/// nothing is known that stands against it, and put in what was read by `with`.
public record SendFacts(Guards guards, Cause cause, Standing standing, Capability capability, Hours hours, Limits limits) {

    /// What stops an installation, whatever the message.
    ///
    /// @param brake  the reason of the emergency stop that covers it
    /// @param lock   why this database may not send, for example `cloned_database`
    /// @param onlyTo recipients that this installation may write to: addresses, or domains with a leading @; empty for all
    public record Guards(Optional<String> brake, Optional<String> lock, String to, List<String> onlyTo) {

        boolean allow() {
            return onlyTo.isEmpty() || onlyTo.stream().anyMatch(entry -> entry.startsWith("@") ? to.endsWith(entry) : to.equals(entry));
        }
    }

    /// @param expiresAt null when it never does
    /// @param happenedAt when that happened which the message answers; null when it has no cause but its plan
    /// @param isLoop     whether it answers by itself somebody who was answered so too often
    public record Cause(Instant expiresAt, Instant happenedAt, Duration maxAge, boolean isLoop) {

        boolean isOver(Instant now) {
            return expiresAt != null && !expiresAt.isAfter(now);
        }

        boolean isTooOld(Instant now) {
            return happenedAt != null && happenedAt.plus(maxAge).isBefore(now);
        }
    }

    /// Who it is to.
    ///
    /// @param refusal        why the pack doesn't want its subject written to, for example `test_record`
    /// @param suppression    why the address is suppressed, or held for a human
    /// @param missingConsent which recorded consent the channel needs and the person has not given
    /// @param doNotCall      the list that names the number, or `list_outdated`
    public record Standing(Optional<String> refusal, Optional<String> suppression, Optional<String> missingConsent, Optional<String> doNotCall) {

        public static final Standing CLEAR = new Standing(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// What the channel can do.
    ///
    /// @param needsSession whether it is a text that may only follow the person's own, as WhatsApp's without a template
    /// @param sessionUntil how long such a text may; null when the person never wrote
    /// @param missing      what else the channel or the law wants in it and it lacks, for example `no_unsubscribe_link`
    public record Capability(boolean validAddress, boolean hasSender, boolean needsSession, Instant sessionUntil, Optional<String> missing) {

        public static final Capability WHOLE = new Capability(true, true, false, null, Optional.empty());

        Optional<String> lack(Instant now) {
            if (!validAddress) {
                return Optional.of("invalid_address");
            }
            if (!hasSender) {
                return Optional.of("no_sender_identity");
            }
            return needsSession && (sessionUntil == null || !sessionUntil.isAfter(now)) ? Optional.of("held_window") : missing;
        }
    }

    /// When it may leave.
    ///
    /// @param legal   the law's, each in every zone that the recipient may be in
    /// @param unknown why those cannot be told, for example `zone_unknown`
    /// @param house   the tenant's and the sequence's
    /// @param heardAt when the person last wrote; null when never
    public record Hours(List<LegalWindow> legal, Optional<String> unknown, List<Schedule> house, Instant heardAt, Spread spread) {

        public static final Hours ALWAYS = new Hours(List.of(), Optional.empty(), List.of(), null, Spread.NONE);
    }

    /// How far an opening's messages are drawn apart.
    ///
    /// @param id the message's
    public record Spread(UUID id, Duration jitter) {

        public static final Spread NONE = new Spread(new UUID(0, 0), Duration.ZERO);
    }

    /// Empty where nothing is used up.
    ///
    /// @param person  the frequency cap
    /// @param sender  the sender's caps, gap and ramp: the latest of them
    /// @param breaker the provider's
    public record Limits(Optional<Limit> person, Optional<Limit> sender, Optional<Limit> breaker) {

        public static final Limits FREE = new Limits(Optional.empty(), Optional.empty(), Optional.empty());

        /// With another one for the person; the later counts.
        public Limits and(Optional<Limit> another) {
            return new Limits(Stream.concat(person.stream(), another.stream()).max(Comparator.comparing(Limit::until)), sender, breaker);
        }

        /// With the provider's breaker.
        public Limits through(Optional<Limit> provider) {
            return new Limits(person, sender, provider);
        }
    }

    /// @param until  when it is free again
    /// @param reason which one, for example `calls_per_day`
    public record Limit(Instant until, String reason) {}

    /// A message to this normalised address that nothing stands against.
    public static SendFacts to(String address) {
        return new SendFacts(new Guards(Optional.empty(), Optional.empty(), address, List.of()), new Cause(null, null, Duration.ZERO, false),
                Standing.CLEAR, Capability.WHOLE, Hours.ALWAYS, Limits.FREE);
    }

    public SendFacts with(Guards known) {
        return new SendFacts(known, cause, standing, capability, hours, limits);
    }

    public SendFacts with(Cause known) {
        return new SendFacts(guards, known, standing, capability, hours, limits);
    }

    public SendFacts with(Standing known) {
        return new SendFacts(guards, cause, known, capability, hours, limits);
    }

    public SendFacts with(Capability known) {
        return new SendFacts(guards, cause, standing, known, hours, limits);
    }

    public SendFacts with(Hours known) {
        return new SendFacts(guards, cause, standing, capability, known, limits);
    }

    public SendFacts with(Limits known) {
        return new SendFacts(guards, cause, standing, capability, hours, known);
    }
}
