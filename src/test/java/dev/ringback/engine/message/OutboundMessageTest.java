package dev.ringback.engine.message;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.message.OutboundMessage.Terms;
import dev.ringback.engine.message.OutboundMessage.Wording;

import static org.assertj.core.api.Assertions.assertThat;

class OutboundMessageTest {

    private static final OutboundMessage MESSAGE = message("growth", "lead", "17", "lead-reply", "2026-03-02T12:00:00Z");

    @Test
    void an_id_is_a_name_based_uuid() {
        assertThat(MESSAGE.id().version()).isEqualTo(5);
        assertThat(MESSAGE.id().variant()).isEqualTo(2);
    }

    // The ids of messages that are under way when a new version is deployed must not change.
    @Test
    void an_id_stays_the_same_for_ever() {
        assertThat(MESSAGE.id()).isEqualTo(UUID.fromString("01a0afa3-aa20-509a-823b-4048050e6709"));
        assertThat(OutboundMessage.receivedId("mail", "evt_1")).isEqualTo(UUID.fromString("9e31f729-56de-5641-8243-946e05c89cd7"));
    }

    @Test
    void planning_twice_names_one_message_whatever_it_says() {
        // When
        var again = new OutboundMessage(MESSAGE.subject(), MESSAGE.step(), MESSAGE.visit(), Channel.SMS, "+14165550100",
                new Wording("other", "fr", "Formal"), Map.of("name", "Eve"), Terms.PLAIN);

        // Then
        assertThat(again.id()).isEqualTo(MESSAGE.id());
    }

    @ParameterizedTest
    @CsvSource({"bids,lead,17,lead-reply,2026-03-02T12:00:00Z", "growth,client,17,lead-reply,2026-03-02T12:00:00Z",
            "growth,lead,18,lead-reply,2026-03-02T12:00:00Z", "growth,lead,17,nudge,2026-03-02T12:00:00Z",
            "growth,lead,17,lead-reply,2026-03-02T12:00:01Z"})
    void another_subject_step_or_visit_is_another_message(String pack, String kind, String id, String step, String visit) {
        assertThat(message(pack, kind, id, step, visit).id()).isNotEqualTo(MESSAGE.id());
    }

    @Test
    void parts_do_not_run_into_each_other() {
        assertThat(message("growth", "lead", "1", "7step", "x").id()).isNotEqualTo(message("growth", "lead", "17", "step", "x").id());
    }

    @Test
    void a_received_message_is_named_by_its_provider_and_event() {
        assertThat(OutboundMessage.receivedId("mail", "evt_1")).isNotEqualTo(OutboundMessage.receivedId("mail", "evt_2"))
                .isNotEqualTo(OutboundMessage.receivedId("twilio", "evt_1"));
    }

    private static OutboundMessage message(String pack, String kind, String id, String step, String visit) {
        return new OutboundMessage(new Subject(pack, "acme", kind, id), step, visit, Channel.EMAIL, "bob@example.com",
                new Wording("lead-reply", "en", "Neutral"), Map.of("name", "Bob"), Terms.PLAIN);
    }
}
