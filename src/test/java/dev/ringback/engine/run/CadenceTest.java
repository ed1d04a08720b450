package dev.ringback.engine.run;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.ringback.testing.Cases;

import static org.assertj.core.api.Assertions.assertThat;

class CadenceTest {

    private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream().sorted().toList();

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-03-02T15:06:59.999999Z, 2026-03-02T14:07:00Z, 2026-03-02T15:07:00Z
            2026-03-02T15:07:00Z,        2026-03-02T15:07:00Z, 2026-03-02T16:07:00Z
            2026-03-02T15:07:00.000123Z, 2026-03-02T15:07:00Z, 2026-03-02T16:07:00Z
            1969-12-31T23:30:00Z,        1969-12-31T23:07:00Z, 1970-01-01T00:07:00Z
            """)
    void an_hourly_slot_begins_at_its_minute(Instant now, Instant slot, Instant next) {
        var hourly = new Cadence.Every(Duration.ofHours(1), Duration.ofMinutes(7));

        assertThat(List.of(hourly.slot(now), hourly.slotAfter(now))).containsExactly(slot, next);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-03-02T02:59:59Z, 03:00, UTC,              2026-03-01T03:00:00Z, 2026-03-02T03:00:00Z
            2026-03-02T03:00:00Z, 03:00, UTC,              2026-03-02T03:00:00Z, 2026-03-03T03:00:00Z
            2026-03-08T07:00:00Z, 02:30, America/New_York, 2026-03-07T07:30:00Z, 2026-03-08T07:30:00Z
            2026-11-01T06:45:00Z, 01:30, America/New_York, 2026-11-01T05:30:00Z, 2026-11-02T06:30:00Z
            """)
    void a_nightly_slot_begins_once_a_local_day(Instant now, LocalTime at, ZoneId zone, Instant slot, Instant next) {
        var daily = new Cadence.Daily(at, zone);

        assertThat(List.of(daily.slot(now), daily.slotAfter(now))).containsExactly(slot, next);
    }

    @Test
    void every_moment_is_in_one_slot() {
        Cases.check(2_000, random -> {
            // Given
            var cadence =
                    random.nextBoolean() ? new Cadence.Daily(LocalTime.ofSecondOfDay(random.nextInt(86_400)), zone(random.nextInt(ZONES.size())))
                            : new Cadence.Every(Duration.ofMinutes(random.nextInt(1, 2_000)), Duration.ofMinutes(random.nextInt(60)));
            var now = Instant.ofEpochSecond(random.nextLong(1_000_000_000L, 2_000_000_000L), random.nextInt(1_000_000_000));

            // When
            var slot = cadence.slot(now);
            var next = cadence.slotAfter(now);

            // Then
            assertThat(slot).isBeforeOrEqualTo(now);
            assertThat(next).isAfter(now);
            assertThat(cadence.slot(slot)).isEqualTo(slot);
            assertThat(cadence.slot(next.minusNanos(1))).isEqualTo(slot);
            assertThat(cadence.slotAfter(slot)).isEqualTo(next);
        });
    }

    private static ZoneId zone(int index) {
        return ZoneId.of(ZONES.get(index));
    }
}
