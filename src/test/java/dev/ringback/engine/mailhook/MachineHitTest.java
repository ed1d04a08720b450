package dev.ringback.engine.mailhook;

import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Whose opens and clicks providers report.
class MachineHitTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            open          | Mozilla/5.0 (X11; Linux x86_64) Firefox/128.0 |      |
            open          | Mozilla/5.0                                   |      | machine:agent.apple-mpp
            open          | Mozilla/5.0 (X11; Linux x86_64) Firefox/128.0 | true | machine:provider
            clicked       | python-requests/2.31.0                        |      | machine:agent.library
            email.clicked | Mozilla/5.0 (compatible; Somebot/1.0)         |      | machine:agent.robot
            Open          |                                               |      |
            bounce        | Mozilla/5.0                                   | true |
            complained    | curl/8.5.0                                    |      |
            """)
    void an_open_or_click_of_a_machine_is_reported_of_no_message(String event, String agent, String flag, String result) {
        assertThat(MachineHit.of(Optional.of(event), Optional.ofNullable(agent), Optional.ofNullable(flag)).orElse(null)).isEqualTo(result);
    }
}
