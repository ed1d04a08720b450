package dev.ringback.engine.courtesy;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.message.Subject;

import static org.assertj.core.api.Assertions.assertThat;

class CourtesyPolicyTest {

    private static final CourtesyConfig CONFIG = new Config(Duration.ofMinutes(5), Set.of("email", "sms", "whatsapp"), Set.of("twilio"));

    private record Config(Duration within, Set<String> channels, Set<String> carrierAnswers) implements CourtesyConfig {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            opt_out | sms      | telnyx | false | true
            opt_out | sms      | telnyx | true  | false
            opt_out | sms      | twilio | false | false
            opt_out | whatsapp | twilio | false | true
            opt_out | whatsapp | meta   | false | true
            opt_out | email    | mail   | false | true
            opt_out | email    | mail   | true  | false
            opt_out | voice    | telnyx | false | false
            opt_out | web_form | http   | false | false
            start   | sms      | telnyx | true  | true
            start   | sms      | telnyx | false | false
            start   | sms      | twilio | true  | false
            help    | sms      | telnyx | false | true
            help    | sms      | twilio | false | false
            help    | email    | mail   | false | true
            help    | email    | mail   | true  | false
            """)
    void a_word_is_answered(String courtesy, String channel, String provider, boolean wasStopped, boolean due) {
        // Given
        var asked = new Asked(new UUID(0, 1), null, new Subject("growth", "1", "lead", "2"), Channel.of(channel), provider, "x", Instant.EPOCH);

        // When
        var is = CourtesyPolicy.isDue(Courtesy.valueOf(courtesy.toUpperCase(Locale.ROOT)), asked, wasStopped, CONFIG);

        // Then
        assertThat(is).isEqualTo(due);
    }
}
