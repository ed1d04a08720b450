package dev.ringback.engine.thread;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.channel.Incoming;
import dev.ringback.engine.consent.AddressHash;
import dev.ringback.engine.message.OutboundMessage;
import dev.ringback.engine.message.OutboundMessage.Conditions;
import dev.ringback.engine.message.OutboundMessage.Wording;
import dev.ringback.engine.message.SendMessage;
import dev.ringback.engine.message.Subject;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.sql.Tx;
import dev.ringback.testing.Api;
import dev.ringback.testing.GivenGrowth;
import dev.ringback.testing.GrowthStage;

import static org.assertj.core.api.Assertions.assertThat;

/// Somebody is written to on one channel and answers on another: everything stops, on all of them, with the answer.
@QuarkusTest
class AnswerOnAnotherChannelTest extends GrowthStage {

    private static final Wording WORDING = new Wording("lead-reply", "en", "Neutral");
    private static final String OUR_NUMBER = "+15125550100";

    @Inject
    Database application;
    @Inject
    SendMessage sendMessage;
    @Inject
    TakeReply takeReply;
    @Inject
    AddressHash hash;

    private final String sarah = GivenGrowth.somebody();
    private final String number = "+1512555%04d".formatted(ThreadLocalRandom.current().nextInt(10_000));

    static Stream<Arguments> pairs() {
        var answering = List.of(Channel.EMAIL, Channel.SMS, Channel.WHATSAPP);
        return Arrays.stream(Channel.values()).flatMap(written -> answering.stream().filter(answered -> answered != written)
                .map(answered -> Arguments.of(written, answered)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void everything_stops(Channel written, Channel answered) {
        // Given
        var subject = conversation(written, answered);

        // When
        var taken = application.asService(tx -> takeReply.take(tx, answer(answered))).await().indefinitely();

        // Then
        assertThat(taken).isEqualTo("reply:answer");
        assertThat(planned(subject)).hasSize(Channel.values().length).containsOnly("cancelled answered");
        assertThat(work(subject)).isEmpty();
        Api.advanceClock("PT2H");
        Api.dispatch();
        assertThat(mail.sentTo(sarah)).isEmpty();
    }

    @Test
    void an_answer_that_is_not_committed_stops_nothing() {
        // Given
        var subject = conversation(Channel.SMS, Channel.EMAIL);

        // When
        application.asService(tx -> takeReply.take(tx, answer(Channel.EMAIL)).chain(() -> failure(tx))).onFailure().recoverWithNull().await()
                .indefinitely();

        // Then
        assertThat(planned(subject)).hasSize(Channel.values().length).containsOnly("planned null");
        assertThat(work(subject)).hasSize(Channel.values().length);
    }

    private static Uni<Void> failure(Tx tx) {
        return Uni.createFrom().failure(new IllegalStateException("the process is killed: " + tx));
    }

    // Written to on both channels, on the first one last; something is planned on every one.
    private Subject conversation(Channel written, Channel answered) {
        var client = GivenGrowth.client(mail, Map.of("followup_speed", "Within 1 hour"));
        var lead = client.submits(GivenGrowth.somebody(), ASKS);
        var subject = new Subject("growth", client.id(), "lead", lead);
        wrote(subject, answered);
        Api.advanceClock("PT1M");
        wrote(subject, written);
        var due = Api.now().plusSeconds(3_600);
        for (var channel : Channel.values()) {
            var message = new OutboundMessage(subject, "next", channel.word(), channel, address(channel), WORDING, Map.of(), Conditions.PLAIN);
            application.asService(tx -> sendMessage.plan(tx, message, due)).await().indefinitely();
        }
        return subject;
    }

    private void wrote(Subject subject, Channel channel) {
        database.query("""
                insert into engine.message (id, pack, tenant, subject_kind, subject_id, step, direction, channel, our_address, their_address,
                                            their_hash, status, provider, sent_at)
                values (gen_random_uuid(), $1, $2, $3, $4, 'earlier', 'out', $5, $6, $7, $8, 'sent', 'earlier', engine.now())""",
                subject.pack(), subject.tenant(), subject.kind(), subject.id(), channel.word(), ours(channel), address(channel),
                Buffer.buffer(hash.of(address(channel)).value()));
    }

    private Incoming answer(Channel channel) {
        return new Incoming(UUID.randomUUID(), channel, "test", null, List.of(ours(channel)), address(channel), null, "Tuesday at ten suits me.",
                List.of(), Instant.parse("2026-03-02T15:32:00Z"), List.of());
    }

    private String address(Channel channel) {
        return switch (channel) {
            case EMAIL -> sarah;
            case SMS, VOICE, WHATSAPP -> number;
            case WEB_FORM -> "https://chen.example/contact";
        };
    }

    private static String ours(Channel channel) {
        return channel == Channel.EMAIL ? "hello@maple.example" : OUR_NUMBER;
    }

    private static List<String> planned(Subject subject) {
        return database.query("select status::text || ' ' || coalesce(reason, 'null') from engine.message where subject_id = $1 and step = 'next'",
                subject.id()).stream().map(row -> row.getString(0)).toList();
    }

    private static List<String> work(Subject subject) {
        return database.query("select kind from engine.work where subject_id = $1 and kind = 'engine.send'", subject.id()).stream()
                .map(row -> row.getString(0)).toList();
    }
}
