package dev.ringback.engine.email;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import io.quarkus.test.junit.QuarkusTest;

import dev.ringback.engine.email.MailWire.Fault;
import dev.ringback.local.server.Greylist;
import dev.ringback.local.server.Postfix;
import dev.ringback.testing.Api;
import dev.ringback.testing.Certificate;
import dev.ringback.testing.GivenGrowth;
import dev.ringback.testing.GrowthStage;

import static org.assertj.core.api.Assertions.assertThat;

/// A client's mail through Debian's mail server, from the plan to the mailbox.
@QuarkusTest
@EnabledIf(value = Postfix.WANTED, disabledReason = Postfix.REASON)
class PostfixDeliveryTest extends GrowthStage {

    private static final Pattern MESSAGE_ID = Pattern.compile("(?mi)^Message-ID: (\\S+)");

    private static Greylist greylist;
    private static Postfix postfix;

    private final String sarah = GivenGrowth.somebody();

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        greylist = new Greylist();
        postfix = new Postfix(Path.of("target/ringback-test/postfix-delivery"), greylist.port(),
                Certificate.of("mail.maple.example", folder).chain());
    }

    @AfterAll
    static void stop() throws IOException {
        postfix.close();
        greylist.close();
    }

    @Test
    void a_server_that_asks_strangers_to_come_again_gets_the_mail_once() {
        // Given
        var lead = leadOfClientAt(postfix.greylisting());

        // When
        Api.dispatch();
        var asked = standing(lead);
        Api.advanceClock("PT1M");
        Api.dispatch();
        var sent = standing(lead);
        Api.advanceClock("PT1H");
        Api.dispatch();

        // Then
        assertThat(asked).isEqualTo("planned smtp_450_4.2.0");
        assertThat(sent).startsWith("sent");
        assertThat(postfix.delivered(sarah)).hasSize(1);
    }

    // The server took it and we cannot know: another copy is the same mail to whoever reads it (RFC 5322 §3.6.4).
    @Test
    void a_mail_whose_answer_was_lost_is_uncertain_and_goes_again_as_the_same_mail() throws IOException {
        try (var wire = new MailWire(postfix.plain(), Fault.LOSES_THE_ANSWER)) {
            // Given
            var lead = leadOfClientAt(wire.port());

            // When
            Api.dispatch();
            var unanswered = standing(lead);
            Api.advanceClock("PT1M");
            Api.dispatch();
            var sent = standing(lead);
            Api.advanceClock("PT1H");
            Api.dispatch();

            // Then
            assertThat(unanswered).isEqualTo("uncertain no_answer");
            assertThat(sent).startsWith("sent");
            assertThat(messageIds()).hasSize(2).containsOnly("<%s>".formatted(reference(lead)));
        }
    }

    @Test
    void a_mail_that_was_cut_off_before_its_end_arrives_once() throws IOException {
        try (var wire = new MailWire(postfix.plain(), Fault.LOSES_THE_END)) {
            // Given
            var lead = leadOfClientAt(wire.port());

            // When
            Api.dispatch();
            var unanswered = standing(lead);
            Api.advanceClock("PT1M");
            Api.dispatch();

            // Then
            assertThat(unanswered).isEqualTo("uncertain no_answer");
            assertThat(standing(lead)).startsWith("sent");
            assertThat(messageIds()).containsExactly("<%s>".formatted(reference(lead)));
        }
    }

    private String leadOfClientAt(int port) {
        return GivenGrowth.client(mail, Map.of("smtp_port", port)).submits(sarah, ASKS);
    }

    private List<String> messageIds() {
        return postfix.delivered(sarah).stream().flatMap(mail -> MESSAGE_ID.matcher(mail).results()).map(found -> found.group(1)).toList();
    }

    private static String standing(String lead) {
        var row = database.query("select status::text, reason from engine.message where subject_id = $1 and direction = 'out'", lead).getFirst();
        return "%s %s".formatted(row.getString(0), row.getString(1));
    }

    private static String reference(String lead) {
        return database.query("select reference from engine.message where subject_id = $1 and direction = 'out'", lead).getFirst().getString(0);
    }
}
