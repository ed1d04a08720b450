package dev.ringback.growth.submission;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import dev.ringback.testing.Api;
import dev.ringback.testing.GivenGrowth;
import dev.ringback.testing.GrowthStage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

/// Many submissions in one call.
@QuarkusTest
class BatchTest extends GrowthStage {

    private GivenGrowth.Client client;

    @BeforeEach
    void a_client() {
        client = GivenGrowth.client(mail, Map.of());
    }

    @Test
    void each_is_accepted_or_told_why_not() {
        // Given
        var sarah = GivenGrowth.somebody();
        var omar = GivenGrowth.somebody();
        client.submits(omar, "Hello");

        // When
        var answer = submit(List.of(lead(sarah, ASKS), Map.of("email", "nobody", "name", "N"), Map.of("email", GivenGrowth.somebody()),
                lead(omar, "Hello again"), lead(" " + sarah.toUpperCase(Locale.ROOT), "Twice"), Map.of("email", "a@b.example", "name", "N",
                        "language", "de")));

        // Then
        answer.body("accepted", is(2), "refused", is(4)).body("results.accepted", contains(true, false, false, true, false, false))
                .body("results[0].created", is(true), "results[3].created", is(false))
                .body("results.findAll { !it.accepted }.reason", contains("email is not an e-mail address", "name must not be blank",
                        "email is in this batch already", "language must be en or fr"));
        tick();
        assertThat(mail.sentTo(sarah)).hasSize(1);
    }

    @Test
    void a_hundred_are_one_statement_and_histories_grow_only_by_what_changed() {
        // Given
        var people = IntStream.range(0, 100).mapToObj(_ -> GivenGrowth.somebody()).toList();
        submit(people.stream().map(person -> lead(person, ASKS)).toList()).body("accepted", is(100)).body("results.lead_id",
                everyItem(notNullValue()));

        // When
        submit(people.stream().map(person -> lead(person, "Hi, no rush at all, but could you send an estimate?")).toList()).body("accepted", is(100));
        submit(people.stream().map(person -> lead(person, "Hi, no rush at all, but could you send an estimate?")).toList()).body("accepted", is(100));

        // Then
        assertThat(database.query("""
                select count(*), count(*) filter (where jsonb_array_length(urgency_history) = 2 and jsonb_array_length(tone_history) = 2),
                       min(urgency_history #>> '{0,value}'), max(urgency_history #>> '{1,value}'), min(relationship_insight)
                  from growth.lead_memory where client_id = $1""", UUID.fromString(client.id()))).first()
                .satisfies(row -> assertThat(
                        "%d %d %s %s %s".formatted(row.getLong(0), row.getLong(1), row.getString(2), row.getString(3), row.getString(4)))
                        .isEqualTo("100 100 High Low Urgency falling (High to Low), tone from Urgent to Friendly."));
    }

    @Test
    void a_list_is_filtered_and_paged() {
        // Given
        submit(IntStream.range(0, 25)
                .mapToObj(nth -> Map.of("email", GivenGrowth.somebody(), "name", "N", "message", nth % 5 == 0 ? ASKS : "Hello there",
                        "source", nth % 2 == 0 ? "referral" : "organic_search", "is_test", nth == 3))
                .toList());

        // When
        var first = Api.get("growth-leads?source=referral&limit=10", client.key());

        // Then
        String cursor = first.body("items", hasSize(10)).extract().path("next_cursor");
        Api.get("growth-leads?source=referral&limit=10&cursor=" + cursor, client.key()).body("items", hasSize(3)).body("next_cursor",
                is((Object) null));
        Api.get("growth-leads?urgency=High", client.key()).body("items", hasSize(5));
        Api.get("growth-leads?test=true", client.key()).body("items", hasSize(1));
        Api.get("growth-leads?test=false", client.key()).body("items", hasSize(24));
        Api.get("growth-leads?urgency=Highest", client.key()).statusCode(422).body("errors[0].field", is("urgency"));
    }

    @Test
    void too_many_are_refused_together() {
        submit(List.of(), 422);
        submit(IntStream.range(0, 501).mapToObj(_ -> lead(GivenGrowth.somebody(), "Hello")).toList(), 422);
    }

    private static Map<String, Object> lead(String email, String message) {
        return Map.of("email", email, "name", "Sarah Chen", "message", message);
    }

    private ValidatableResponse submit(List<? extends Map<String, ?>> leads) {
        return submit(leads, 200);
    }

    private ValidatableResponse submit(List<? extends Map<String, ?>> leads, int status) {
        return Api.post("growth-lead-submit/batch", client.key(), Map.of("leads", leads)).statusCode(status);
    }
}
