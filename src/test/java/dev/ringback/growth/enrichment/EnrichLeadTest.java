package dev.ringback.growth.enrichment;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import dev.ringback.engine.model.ScriptedModel;
import dev.ringback.testing.Api;
import dev.ringback.testing.FakeProvider;
import dev.ringback.testing.GivenGrowth;
import dev.ringback.testing.GrowthStage;

import static org.assertj.core.api.Assertions.assertThat;

/// What the optional model adds to the rules' reading, over HTTP on both sides.
@QuarkusTest
class EnrichLeadTest extends GrowthStage {

    private static final String UNCLEAR = "As I said on the phone, the brown one it is then";
    private static final String SURE = "{\"intent\": \"booking\", \"tone\": \"Friendly\", \"urgency\": \"High\", \"confidence\": 0.9}";

    @Inject
    ScriptedModel model;

    private FakeProvider endpoint;
    private GivenGrowth.Client client;
    private String sarah;

    @BeforeEach
    void a_model() throws IOException {
        endpoint = new FakeProvider();
        model.at(endpoint.url());
        client = GivenGrowth.client(mail, Map.of());
        sarah = GivenGrowth.somebody();
    }

    @AfterEach
    void no_model() {
        model.off();
        endpoint.close();
    }

    @Test
    void what_the_rules_cannot_tell_the_model_does_and_its_word_is_kept_until_the_person_is_forgotten() {
        // Given
        endpoint.answers(200, completion(SURE));

        // When
        var lead = client.submits(sarah, UNCLEAR);
        tick();

        // Then
        assertThat(signals(lead)).containsExactly("booking", "Friendly", "High");
        assertThat(endpoint.asked()).singleElement().satisfies(asked -> assertThat(asked.body()).contains(UNCLEAR).doesNotContain(sarah));
        assertThat(answers(lead)).containsExactly("growth.lead tiny-1");
        assertThat(mail.sentTo(sarah)).hasSize(1);
        Api.post("subject-erase", client.key(), Map.of("address", sarah)).statusCode(200);
        assertThat(answers(lead)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            200 | {"intent": "booking", "tone": "Friendly", "urgency": "High", "confidence": 0.5}
            200 | {"intent": "opt_out", "tone": "Friendly", "urgency": "High", "confidence": 0.9}
            200 | Hm.
            500 | -""")
    void what_the_model_is_not_sure_of_or_may_not_say_changes_nothing_and_delays_nobody(int status, String content) {
        // Given
        endpoint.answers(status, completion(content));

        // When
        var lead = client.submits(sarah, UNCLEAR);
        tick();

        // Then
        assertThat(endpoint.asked()).hasSize(1);
        assertThat(signals(lead)).startsWith("other");
        assertThat(mail.sentTo(sarah)).hasSize(1);
    }

    @Test
    void who_is_forgotten_while_the_model_is_asked_stays_forgotten() {
        // Given
        endpoint.meanwhile(() -> Api.post("subject-erase", client.key(), Map.of("address", sarah)).statusCode(200)).answers(200, completion(SURE));

        // When
        var lead = client.submits(sarah, UNCLEAR);
        tick();

        // Then
        assertThat(endpoint.asked()).hasSize(1);
        assertThat(answers(lead)).isEmpty();
    }

    @Test
    void what_the_rules_can_tell_is_nobody_elses_question() {
        // When
        client.submits(sarah, ASKS);
        tick();

        // Then
        assertThat(endpoint.asked()).isEmpty();
        assertThat(mail.sentTo(sarah)).hasSize(1);
    }

    private static String completion(String content) {
        return new JsonObject().put("model", "tiny-1")
                .put("choices", new JsonArray().add(new JsonObject().put("message", new JsonObject().put("content", content)))).encode();
    }

    private static List<String> signals(String lead) {
        var row = database.query("select intent, tone, urgency from growth.lead_memory where id = $1", UUID.fromString(lead)).getFirst();
        return List.of(row.getString(0), row.getString(1), row.getString(2));
    }

    private static List<String> answers(String lead) {
        return database.query("select purpose || ' ' || model from engine.model_answer where subject_id = $1", lead).stream()
                .map(row -> row.getString(0)).toList();
    }
}
