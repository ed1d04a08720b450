package dev.ringback.engine.run;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/// When a job runs.
public sealed interface Cadence {

    /// At any time and side by side: its claims keep runs apart.
    ///
    /// @param every how often an always-on instance runs it
    record Draining(Duration every) implements Cadence {}

    /// Once per slot, however many ask.
    sealed interface Calendar extends Cadence {

        /// The start of the slot that `now` is in.
        Instant slot(Instant now);

        /// The start of the slot after that of `now`.
        Instant slotAfter(Instant now);
    }

    /// Slots of equal length in absolute time.
    ///
    /// @param offset from a whole multiple of `length` since 1970: the minute of an hourly job
    record Every(Duration length, Duration offset) implements Calendar {

        @Override
        public Instant slot(Instant now) {
            var past = Math.floorMod(now.minus(offset).toEpochMilli(), length.toMillis());
            return now.minusMillis(past).minusNanos(now.getNano() % 1_000_000);
        }

        @Override
        public Instant slotAfter(Instant now) {
            return slot(now).plus(length);
        }
    }

    /// A slot per local day. A time that a clock change skips is the first valid one after it, one that comes twice the first.
    record Daily(LocalTime at, ZoneId zone) implements Calendar {

        @Override
        public Instant slot(Instant now) {
            var today = on(now, 0);
            return today.isAfter(now) ? on(now, -1) : today;
        }

        @Override
        public Instant slotAfter(Instant now) {
            var today = on(now, 0);
            return today.isAfter(now) ? today : on(now, 1);
        }

        private Instant on(Instant now, int days) {
            return now.atZone(zone).toLocalDate().plusDays(days).atTime(at).atZone(zone).toInstant();
        }
    }
}
