package dev.ringback.engine.law;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.place.Place;
import dev.ringback.engine.place.Whereabouts;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.window.LegalWindow;
import dev.ringback.engine.window.Slot;
import dev.ringback.engine.window.Windows;
import dev.ringback.testing.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
class LegalHoursTest {

    private final TestDatabase database = new TestDatabase();

    @Inject
    WindowRuleRepository rules;
    @Inject
    Database doors;

    // 2026-03-06 is a Friday, 2026-04-06 Easter Monday.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # phone       | channel | t                         | next
            +12125551234  | VOICE   | 2026-03-06T07:00:00-05:00 | 2026-03-06T08:00-05:00
            +12125551234  | SMS     | 2026-03-06T20:30:00-05:00 | 2026-03-06T20:30-05:00
            +12125551234  | VOICE   | 2026-03-06T21:00:00-05:00 | 2026-03-07T08:00-05:00
            +13055551234  | SMS     | 2026-03-06T20:30:00-05:00 | 2026-03-07T08:00-05:00
            +14015551234  | VOICE   | 2026-03-06T18:00:00-05:00 | 2026-03-07T10:00-05:00
            +14015551234  | VOICE   | 2026-03-07T17:00:00-05:00 | 2026-03-09T09:00-04:00
            +12145551234  | VOICE   | 2026-03-08T08:00:00-05:00 | 2026-03-08T12:00-05:00
            +17875551234  | SMS     | 2026-03-06T07:00:00-04:00 | 2026-03-06T08:00-04:00
            +14165551234  | SMS     | 2026-03-06T21:29:00-05:00 | 2026-03-06T21:29-05:00
            +14165551234  | SMS     | 2026-03-07T09:00:00-05:00 | 2026-03-07T10:00-05:00
            +442079460123 | VOICE   | 2026-03-06T21:00:00+00:00 | 2026-03-07T08:00+00:00
            +33142345678  | VOICE   | 2026-03-06T13:00:00+01:00 | 2026-03-06T14:00+01:00
            +33142345678  | VOICE   | 2026-03-06T20:00:00+01:00 | 2026-03-09T10:00+01:00
            +33142345678  | VOICE   | 2026-04-03T20:00:00+02:00 | 2026-04-07T10:00+02:00
            +33612345678  | SMS     | 2026-03-07T19:00:00+01:00 | 2026-03-07T19:00+01:00
            +4930123456   | SMS     | 2026-03-07T20:00:00+01:00 | 2026-03-09T09:00+01:00
            """)
    void shipped_rows_open_by_the_recipients_clock(String phone, Channel channel, String t, String next) {
        // Given
        var at = instant(t);

        // When
        var law = law(phone, channel, at);

        // Then
        assertThat(Windows.next(at, law.windows().stream().map(LegalWindow::schedule).toList(), Windows.MIN_SLACK).map(Slot::from))
                .contains(instant(next));
        assertThat(law.unknown()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"+18005551234,VOICE,zone_unknown", "+18005551234,SMS,zone_unknown", "+18005551234,EMAIL,", "+61412345678,VOICE,"})
    void hours_without_a_clock_wait_for_a_human_where_a_channel_has_hours(String phone, Channel channel, String unknown) {
        assertThat(law(phone, channel, Instant.EPOCH).unknown()).isEqualTo(Optional.ofNullable(unknown));
    }

    @Test
    void florida_lets_somebody_be_called_three_times_a_day_and_excepts_answers() {
        // When
        var law = law("+13055551234", Channel.VOICE, Instant.EPOCH);

        // Then
        assertThat(law.caps()).isEqualTo(List.of(new ContactCap("US-FL", 3, Duration.ofHours(24))));
        assertThat(law.windows()).isNotEmpty().noneMatch(LegalWindow::coversAnswers);
        assertThat(law("+14165551234", Channel.VOICE, Instant.EPOCH).windows()).isNotEmpty().allMatch(LegalWindow::coversAnswers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "''", "'  '"})
    void a_row_without_a_source_is_refused(String source) {
        assertThatThrownBy(() -> database.query("""
                insert into engine.window_rule (jurisdiction, channel, weekday, opens, closes, source, reviewed_on)
                values ('ZZ', 'voice', 1, '08:00', '20:00', %s, '2026-11-21')""".formatted(source))).hasMessageContaining("source");
    }

    private Law law(String phone, Channel channel, Instant now) {
        return doors.asService(tx -> rules.read(tx, now)).await().atMost(Duration.ofSeconds(10))
                .law(Place.of(Whereabouts.ofPhone(phone)), channel, "marketing");
    }

    private static Instant instant(String withOffset) {
        return OffsetDateTime.parse(withOffset).toInstant();
    }
}
