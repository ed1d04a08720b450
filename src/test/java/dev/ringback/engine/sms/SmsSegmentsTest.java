package dev.ringback.engine.sms;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.ringback.engine.sms.SmsSegments.Encoding;

import static org.assertj.core.api.Assertions.assertThat;

class SmsSegmentsTest {

    @ParameterizedTest(name = "{0} × {1}, then {2}")
    @CsvSource(quoteCharacter = '~', delimiter = '|', nullValues = "-", textBlock = """
            # repeated | times | then  | encoding | units | segments
            -          |       |       | GSM_7    | 0     | 1
            a          | 160   |       | GSM_7    | 160   | 1
            a          | 161   |       | GSM_7    | 161   | 2
            a          | 306   |       | GSM_7    | 306   | 2
            a          | 307   |       | GSM_7    | 307   | 3
            à          | 160   |       | GSM_7    | 160   | 1
            Ω          | 160   |       | GSM_7    | 160   | 1
            €          | 80    |       | GSM_7    | 160   | 1
            €          | 80    | a     | GSM_7    | 161   | 2
            [          | 10    |       | GSM_7    | 20    | 1
            a          | 152   | €aaaaaaaaa | GSM_7 | 163 | 2
            €          | 153   |       | GSM_7    | 306   | 3
            ç          | 70    |       | UCS_2    | 70    | 1
            Ç          | 160   |       | GSM_7    | 160   | 1
            a          | 70    | ’     | UCS_2    | 71    | 2
            a          | 133   | ’     | UCS_2    | 134   | 2
            a          | 134   | ’     | UCS_2    | 135   | 3
            😀         | 35    |       | UCS_2    | 70    | 1
            😀         | 36    |       | UCS_2    | 72    | 2
            😀         | 67    |       | UCS_2    | 134   | 3
            `          | 1     |       | UCS_2    | 1     | 1
            """)
    void a_text_makes_so_many_messages(String repeated, Integer times, String then, Encoding encoding, int units, int segments) {
        // Given
        var text = (repeated == null ? "" : repeated.repeat(times)) + (then == null ? "" : then);

        // When
        var counted = SmsSegments.of(text);

        // Then
        assertThat(counted).isEqualTo(new SmsSegments(encoding, units, segments));
    }
}
