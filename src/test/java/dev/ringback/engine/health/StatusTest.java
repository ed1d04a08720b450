package dev.ringback.engine.health;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class StatusTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            PT0S,      OK
            PT2S,      OK
            PT-2S,     OK
            PT2.001S,  DEGRADED
            PT-2.001S, DEGRADED
            PT-1H,     DEGRADED
            """)
    void clocks_that_are_two_seconds_apart_are_told(Duration skew, Status status) {
        assertThat(Status.ofSkew(skew, Duration.ofSeconds(2))).isEqualTo(status);
    }
}
