package dev.ringback.growth.prospect;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

import dev.ringback.testing.Api;
import dev.ringback.testing.GrowthStage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

/// Lists of businesses: what is taken in, what is known already, and what is refused.
@QuarkusTest
class TakeInProspectsTest extends GrowthStage {

    @Test
    void each_row_is_accepted_or_refused_with_its_reason() {
        // Given
        var site = "https://%s.example".formatted(UUID.randomUUID());
        var rows = List.of(Map.of("business_name", "Birch Plumbing", "website", site), Map.of("website", site),
                Map.of("business_name", "Birch", "contact_email", "nobody"), Map.of("business_name", "Birch", "form_url", "javascript:alert(1)"),
                Map.of("business_name", "Birch", "language", "tlh"), Map.of("business_name", "x".repeat(201)),
                Map.of("business_name", "Birch once more", "website", site.replace("https://", "http://www.") + "/home"));

        // When
        var answer = Api.post("growth-prospect-upsert", Api.SECRET_KEY, Map.of("rows", rows));

        // Then
        answer.statusCode(200).body("accepted.row", contains(1), "accepted.created", contains(true), "refused.row", contains(2, 3, 4, 5, 6, 7),
                "refused.reason", contains("no_business_name", "invalid_email", "invalid_url", "unknown_language", "too_long", "repeats_1"));
    }

    @Test
    void a_list_taken_in_twice_makes_no_second_row_and_keeps_what_it_leaves_out() {
        // Given
        var host = UUID.randomUUID() + ".example";
        var csv = "business_name,website,region\nBirch Plumbing,https://%s,Toronto\n".formatted(host);
        var id = Api.post("growth-prospect-upsert", Api.SECRET_KEY, Map.of("csv", csv)).statusCode(200).extract()
                .<String>path("accepted[0].prospect_id");

        // When
        var again = Api.post("growth-prospect-upsert", Api.SECRET_KEY,
                Map.of("csv", "business_name,website\nBirch & Sons,%s\n".formatted("https://" + host)));

        // Then
        again.statusCode(200).body("accepted[0].prospect_id", is(id), "accepted[0].created", is(false));
        var row = database.query("select business_name, region, response_score from growth.prospect_candidates where id = $1::text::uuid", id)
                .getFirst();
        assertThat(row.getString(0)).isEqualTo("Birch & Sons");
        assertThat(row.getString(1)).isEqualTo("Toronto");
        assertThat(row.getBigDecimal(2)).isNull();
    }

    @Test
    void what_is_no_list_is_refused_whole() {
        // When
        var answer = Api.post("growth-prospect-upsert", Api.SECRET_KEY, Map.of("csv", "name,site\nBirch,https://birch.example\n"));

        // Then
        answer.statusCode(422);
    }
}
