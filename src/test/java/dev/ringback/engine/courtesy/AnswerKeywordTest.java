package dev.ringback.engine.courtesy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.channel.Incoming;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.thread.TakeReply;
import dev.ringback.testing.Api;
import dev.ringback.testing.GivenGrowth;
import dev.ringback.testing.GivenGrowth.Client;
import dev.ringback.testing.GrowthStage;
import dev.ringback.testing.MailWorker;

import static org.assertj.core.api.Assertions.assertThat;

/// What is said by itself to a STOP, a START or a HELP: once, in time, and not for ever.
@QuarkusTest
class AnswerKeywordTest extends GrowthStage {

    private static final String TEXTED = """
            insert into engine.message (id, pack, tenant, subject_kind, subject_id, step, direction, channel, our_address, their_address, their_hash,
                                        language, status, provider, provider_id, sent_at)
            select gen_random_uuid(), pack, tenant, subject_kind, subject_id, 'text', 'out', $2, '+15125550100', $3::text, '\\x00', $4, 'sent', $5,
                   'there-' || $3::text, engine.now()
              from engine.message where subject_id = $1 limit 1 returning id""";

    private final String number = "+1512555%04d".formatted(ThreadLocalRandom.current().nextInt(10_000));

    @Inject
    Database application;
    @Inject
    TakeReply takeReply;

    @AfterEach
    void no_brake_stays() {
        database.query("delete from engine.brake");
    }

    @Test
    void of_several_stops_one_is_confirmed_and_of_a_new_one_after_a_start_again() throws Exception {
        // Given
        var client = GivenGrowth.client(mail, Map.of());
        var sarah = written(client);

        // When
        List.of("STOP", "stop", "STOP!", "START", "start", "STOP").forEach(word -> says(sarah, client, word));

        // Then
        assertThat(texts(sarah)).containsExactly("unsubscribed", "messages again", "unsubscribed");
        assertThat(standings(client, "opt_out_confirmation")).containsExactly("sent clear", "sent clear");
    }

    @Test
    void two_stops_at_once_are_confirmed_once() {
        // Given
        var client = GivenGrowth.client(mail, Map.of());
        var lead = client.submits(GivenGrowth.somebody(), ASKS);
        tick();
        texted(lead, "sms", "en", "telnyx");

        // When
        IntStream.range(0, 8).parallel().forEach(_ -> takes(Channel.SMS, "telnyx", "STOP"));
        tick();

        // Then
        assertThat(standings(client, "opt_out_confirmation")).containsExactly("sent clear");
    }

    @Test
    void help_is_answered_with_the_tenants_own_words() throws Exception {
        // Given
        var client = GivenGrowth.client(mail, Map.of());
        var sarah = written(client);
        database.query("insert into engine.consent_setting (pack, tenant, help_text) values ('growth', $1, 'Call 512 555 0100.')"
                + " on conflict (pack, tenant) do update set help_text = excluded.help_text", client.id());

        // When
        says(sarah, client, "HELP");

        // Then
        assertThat(mail.sentTo(sarah).getLast().getContent().toString().strip()).isEqualTo("Call 512 555 0100.");
    }

    @Test
    void a_confirmation_that_cannot_leave_in_time_does_not_leave() {
        // Given
        var client = GivenGrowth.client(mail, Map.of());
        var sarah = written(client);
        database.query("insert into engine.brake (tenant, reason) values ($1, 'incident')", client.id());

        // When
        says(sarah, client, "STOP");
        Api.advanceClock("PT5M");
        database.query("delete from engine.brake");
        tick();

        // Then
        assertThat(texts(sarah)).isEmpty();
        assertThat(standings(client, "opt_out_confirmation")).containsExactly("skipped expiry");
    }

    @Test
    void two_robots_are_parted() {
        // Given
        var client = GivenGrowth.client(mail, Map.of());
        var sarah = written(client);

        // When
        IntStream.range(0, 10).forEach(_ -> says(sarah, client, "INFO"));

        // Then
        assertThat(texts(sarah)).hasSize(4);
        assertThat(standings(client, "automatic")).filteredOn("skipped answer_rate"::equals).hasSize(6);
        Api.advanceClock("PT24H");
        says(sarah, client, "INFO");
        assertThat(texts(sarah)).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sms      | telnyx | fr | Maple Roofing : Vous êtes désabonné
            sms      | telnyx | de | Maple Roofing: Sie erhalten keine
            sms      | twilio | en | none
            whatsapp | meta   | es | Maple Roofing: Ya no recibirá
            """)
    void a_stop_is_confirmed_on_its_channel_and_in_its_language(String channel, String provider, String language, String says) {
        // Given
        var client = GivenGrowth.client(mail, Map.of());
        var lead = client.submits(GivenGrowth.somebody(), ASKS);
        tick();
        texted(lead, channel, language, provider);

        // When
        takes(Channel.of(channel), provider, "STOP");
        tick();

        // Then
        var said = database.query("select channel || ' ' || body_text from engine.message where tenant = $1 and purpose = 'opt_out_confirmation'"
                + " and sent_at is not null", client.id()).stream().map(row -> row.getString(0)).toList();
        if (says.equals("none")) {
            assertThat(said).isEmpty();
        } else {
            assertThat(said).singleElement().asString().startsWith(channel + " " + says);
        }
    }

    private String written(Client client) {
        var sarah = GivenGrowth.somebody();
        client.submits(sarah, ASKS);
        tick();
        return sarah;
    }

    private static void says(String from, Client to, String word) {
        try {
            MailWorker.handIn(MailWorker.mail(from, to.address(), mail.sentTo(from).getFirst().getMessageID(), word)).statusCode(200);
        } catch (MessagingException impossible) {
            throw new IllegalStateException(impossible);
        }
        tick();
    }

    /// What she was told by itself, shortened.
    private static List<String> texts(String sarah) {
        return mail.sentTo(sarah).stream().skip(1).map(AnswerKeywordTest::shortened).toList();
    }

    private static String shortened(MimeMessage message) {
        try {
            var text = message.getContent().toString();
            return List.of("unsubscribed", "messages again").stream().filter(text::contains).findFirst().orElse(text.strip());
        } catch (IOException | MessagingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void texted(String lead, String channel, String language, String provider) {
        database.query(TEXTED, lead, channel, number, language, provider);
        database.query("insert into engine.sender_identity (pack, tenant, channel, display_name, address) select pack, tenant, $2, 'Maple Roofing',"
                + " '+15125550100' from engine.message where subject_id = $1 limit 1 on conflict do nothing", lead, channel);
    }

    private void takes(Channel channel, String provider, String word) {
        var incoming = new Incoming(UUID.randomUUID(), channel, provider, null, List.of("+15125550100"), number, null, word, List.of(), Api.now(),
                List.of("there-" + number));
        Uni<String> taken = application.asService(tx -> takeReply.take(tx, incoming));
        assertThat(taken.await().indefinitely()).isEqualTo("reply:opt_out");
    }

    private static List<String> standings(Client client, String purpose) {
        return database.query("select status::text || ' ' || rule from engine.message where tenant = $1 and purpose = $2 order by created_at",
                client.id(), purpose).stream().map(row -> row.getString(0)).toList();
    }
}
