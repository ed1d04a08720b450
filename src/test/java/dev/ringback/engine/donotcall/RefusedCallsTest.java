package dev.ringback.engine.donotcall;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

import dev.ringback.testing.Api;
import dev.ringback.testing.GivenGrowth;
import dev.ringback.testing.GivenGrowth.Client;
import dev.ringback.testing.GrowthStage;

import static org.assertj.core.api.Assertions.assertThat;

/// Calls that were planned and must not be made.
@QuarkusTest
class RefusedCallsTest extends GrowthStage {

    private static final String NUMBER = "+12025550199";

    private final String list = "list-" + UUID.randomUUID();

    @AfterEach
    void no_list_stays() {
        database.query("delete from engine.dnc_list where name = $1", list);
    }

    @Test
    void a_call_needs_a_recorded_consent() {
        // Given
        var maple = GivenGrowth.client(mail, Map.of());

        // When
        var call = calls(maple);

        // Then
        assertThat(call).isEqualTo("skipped no_recorded_consent consent");
    }

    @Test
    void a_listed_number_is_not_called() {
        // Given
        var maple = consented();
        lists("2026-03-01", NUMBER);

        // When
        var call = calls(maple);

        // Then
        assertThat(call).isEqualTo("skipped do_not_call do_not_call");
    }

    @Test
    void an_outdated_list_forbids_every_call() {
        // Given
        var maple = consented();
        lists("2026-01-15", "+12025550100");

        // When
        var call = calls(maple);

        // Then
        assertThat(call).isEqualTo("skipped list_outdated do_not_call");
    }

    @Test
    void neither_stops_a_call_that_was_agreed_to_and_is_on_no_list() {
        // Given
        var maple = consented();
        lists("2026-03-01", "+12025550100");

        // When
        var call = calls(maple);

        // Then
        assertThat(call).doesNotContain("consent", "do_not_call");
    }

    private static Client consented() {
        var client = GivenGrowth.client(mail, Map.of());
        Api.post("consent-record", client.key(), Map.of("address", NUMBER, "channel", "voice", "source", "web form")).statusCode(200);
        return client;
    }

    private void lists(String asOf, String number) {
        Api.post("do-not-call-import", Api.SECRET_KEY, Map.of("list", list, "as_of", asOf, "numbers", List.of(number), "complete", true))
                .statusCode(200);
    }

    private static String calls(Client client) {
        var lead = client.submits(GivenGrowth.somebody(), ASKS);
        tick();
        var call = database.query("""
                insert into engine.message (id, pack, tenant, subject_kind, subject_id, step, direction, channel, their_address, their_hash, status,
                                            template_key, language, tone, planned_at)
                values (gen_random_uuid(), 'growth', $1, 'lead', $2, 'call', 'out', 'voice', $3, '\\x00', 'planned',
                        'lead-reply', 'en', 'Neutral', '2026-03-02T15:30:00Z') returning id""",
                client.id(), lead, NUMBER).getFirst().getUUID(0);
        database.query("select engine.enqueue('growth', 'engine.send', $1, 'lead', $2, 'call:' || $2, '2026-03-02T15:30:00Z', "
                + "jsonb_build_object('message', $3::uuid))", client.id(), lead, call);
        tick();
        var row = database.query("select status, reason, rule from engine.message where id = $1", call).getFirst();
        return "%s %s %s".formatted(row.getString("status"), row.getString("reason"), row.getString("rule"));
    }
}
