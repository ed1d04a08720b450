package dev.ringback.engine.consequence;

import java.util.HashMap;
import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.ringback.engine.consequence.ReportPolicy.Finding;
import dev.ringback.engine.message.MessageStatus;

import static org.assertj.core.api.Assertions.assertThat;

class ReportPolicyTest {

    @ParameterizedTest(name = "{0} {1} {2} {3} {4} → {5}")
    @CsvSource(delimiter = '|', textBlock = """
            complained | resend   |                  |       |       | complained
            bounced    | resend   |                  |       | true  | bounced
            bounced    | resend   |                  |       | false | soft
            bounced    | resend   |                  |       |       | soft
            bounced    | mail     |                  | 5.1.1 |       | bounced
            bounced    | mail     | dsn_5.1.10       |       |       | bounced
            bounced    | mail     |                  | 5.1.2 | true  | bounced
            bounced    | mail     |                  | 5.2.1 |       | bounced
            bounced    | mail     |                  | 5.2.2 | true  | soft
            bounced    | mail     |                  | 5.7.1 | true  | soft
            bounced    | mail     |                  | 5.1.8 | true  | soft
            bounced    | mail     |                  | 4.2.2 |       | soft
            bounced    | mail     |                  | 4.4.7 | true  | soft
            bounced    | sendgrid |                  | 5.0.0 | true  | bounced
            bounced    | sendgrid |                  | 5.0.0 | false | soft
            failed     | twilio   |                  | 21610 |       | carrier_blocked
            failed     | twilio   | twilio_21610     |       |       | carrier_blocked
            failed     | x        | twilio_21610     |       |       | carrier_blocked
            failed     | telnyx   | telnyx_40300     |       |       | carrier_blocked
            failed     | meta     | meta_131050      |       |       | carrier_blocked
            failed     | twilio   | telnyx_21610     |       |       | nothing
            failed     | twilio   | twilio_30003     |       |       | nothing
            failed     | smtp     | smtp_550_5.1.1   |       |       | bounced
            failed     | smtp     | smtp_550_5.7.1   |       |       | nothing
            failed     | smtp     | smtp_550         |       |       | nothing
            failed     | smtp     |                  |       |       | nothing
            delivered  | twilio   | twilio_21610     |       |       | nothing
            opened     | resend   |                  | 5.1.1 | true  | nothing
            """)
    void a_report_says(String event, String provider, String reason, String code, Boolean permanent, String meaning) {
        // Given
        var detail = new HashMap<String, Object>();
        detail.put("reason", reason);
        detail.put("code", code);
        detail.put("permanent", permanent);

        // When
        var finding = ReportPolicy.decide(new Report(new UUID(0, 1), MessageStatus.of(event), provider, "1", detail));

        // Then
        assertThat(word(finding)).isEqualTo(meaning);
    }

    private static String word(Finding finding) {
        return switch (finding) {
            case Finding.Stop(var reason) -> reason.name().toLowerCase(Locale.ROOT);
            case Finding.SoftBounce() -> "soft";
            case Finding.Nothing() -> "nothing";
        };
    }
}
