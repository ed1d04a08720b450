package dev.ringback.engine.delivery;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

import dev.ringback.engine.breaker.Circuit;
import dev.ringback.engine.breaker.Circuits;
import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.channel.Recovery;
import dev.ringback.engine.message.OutboundMessage;
import dev.ringback.engine.message.OutboundMessage.Conditions;
import dev.ringback.engine.message.OutboundMessage.Wording;
import dev.ringback.engine.message.SendMessage;
import dev.ringback.engine.message.Subject;
import dev.ringback.engine.sql.Database;
import dev.ringback.testing.Api;
import dev.ringback.testing.GivenGrowth;
import dev.ringback.testing.GivenGrowth.Client;
import dev.ringback.testing.GrowthStage;

import static org.assertj.core.api.Assertions.assertThat;

/// A provider of text messages that is down for an hour, by a clock that ticks. Toronto may be texted from 9:00 to 21:30.
@QuarkusTest
@TestProfile(ProviderDownTest.ThroughScript.class)
class ProviderDownTest extends GrowthStage {

    private static final int PEOPLE = 24;
    private static final int CAP = 20;
    private static final int MOST_PROBES = 25;
    private static final Map<String, Object> WORDS =
            Map.of("name", "Sarah", "business_name", "Maple", "tagline", "", "booking_link", "", "urgency", "Low");

    @Inject
    ScriptedTexts provider;
    @Inject
    Circuits circuits;
    @Inject
    Database application;
    @Inject
    SendMessage sendMessage;

    private Client client;

    public static final class ThroughScript implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("ringback.channel.sms.adapter", ScriptedTexts.NAME);
        }
    }

    @BeforeEach
    void provider() {
        database.query(ScriptedStage.NOTHING_LEFT);
        provider.reset(Recovery.SAME_KEY);
        var circuit = new Circuit(ScriptedTexts.NAME);
        circuits.look(List.of(circuit)).chain(() -> circuits.answered(circuit)).await().indefinitely();
        client = GivenGrowth.client(mail, Map.of());
        database.query("insert into engine.sender_identity (pack, tenant, channel, display_name, address) values ('growth', $1, 'sms', 'Maple',"
                + " '+14165550199')", client.id());
    }

    @Test
    void nothing_is_burnt_while_it_is_down_and_the_backlog_leaves_inside_windows_and_caps() {
        // Given
        database.query("update engine.sender_identity set daily_cap = $2 where tenant = $1 and channel = 'sms'", client.id(), CAP);
        Api.setClock("2026-03-03T01:31:00Z");
        provider.isDown(true);
        texts();

        // When
        Api.dispatch();
        var burntBefore = attempts();
        var triedBefore = provider.keys().size();
        minutes(60);
        var burntAfter = attempts();
        var probes = provider.keys().size() - triedBefore;
        var explained = explained();
        provider.isDown(false);
        minutes(60);
        var atNight = provider.taken();
        Api.setClock("2026-03-03T14:00:00Z");
        minutes(10);

        // Then
        assertThat(burntBefore).as("at most the failures that opened it").isBetween(0L, 5L).isEqualTo(burntAfter);
        assertThat(probes).isBetween(1, MOST_PROBES);
        assertThat(explained).contains("breaker provider_down true");
        assertThat(atNight).as("after 21:30 in Toronto").isZero();
        assertThat(provider.taken()).isEqualTo(CAP);
        assertThat(standings()).containsExactly("planned sender_cap 4", "sent clear 20");
    }

    @Test
    void whoever_was_tried_in_vain_gets_one_text() {
        // Given
        provider.isDown(true);
        texts();
        Api.dispatch();
        minutes(60);
        provider.isDown(false);

        // When
        minutes(15);

        // Then
        assertThat(provider.taken()).isEqualTo(PEOPLE);
        assertThat(standings()).containsExactly("sent clear 24");
        assertThat(new HashSet<>(provider.keys())).hasSize(PEOPLE);
    }

    private void texts() {
        var subject = new Subject("growth", client.id(), "lead", client.submits(GivenGrowth.somebody(), ASKS));
        var now = Api.now();
        IntStream.range(0, PEOPLE).mapToObj(nth -> new OutboundMessage(subject, "text", UUID.randomUUID().toString(), Channel.SMS,
                "+1416555%04d".formatted(nth), new Wording("lead-reply", "en", "Neutral"), WORDS, Conditions.PLAIN))
                .forEach(text -> application.asService(tx -> sendMessage.plan(tx, text, now)).await().indefinitely());
    }

    private static void minutes(int count) {
        for (var minute = 0; minute < count; minute++) {
            Api.advanceClock("PT1M");
            Api.dispatch();
        }
    }

    private long attempts() {
        return database.query("select coalesce(sum(attempts), 0) from engine.work where tenant = $1 and kind = 'engine.send'", client.id())
                .getFirst().getLong(0);
    }

    private List<String> explained() {
        return database.query("select id from engine.message where tenant = $1 and channel = 'sms'", client.id()).stream()
                .map(row -> Api.get("explain-send/" + row.getUUID(0), Api.SECRET_KEY).statusCode(200).extract())
                .map(answer -> "%s %s %s".formatted(answer.path("rule"), answer.path("reason"), answer.path("held_until") != null)).toList();
    }

    private List<String> standings() {
        return database.query("select status::text || ' ' || rule || ' ' || count(*) from engine.message where tenant = $1 and channel = 'sms'"
                + " group by status, rule order by 1", client.id()).stream().map(row -> row.getString(0)).toList();
    }
}
