package dev.ringback.engine.suppression;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

import dev.ringback.testing.Api;
import dev.ringback.testing.GivenGrowth;
import dev.ringback.testing.GrowthStage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class SuppressionsTest extends GrowthStage {

    @Test
    void who_said_no_elsewhere_is_not_written_to() {
        // Given
        var maple = GivenGrowth.client(mail, Map.of());
        var sarah = GivenGrowth.somebody();
        var csv = """
                address,family,reason,since
                %s,email,opted_out,2025-01-31T09:00:00Z
                %s,email,opted_out,
                nobody,,,
                "x@y.example",fax,,
                """.formatted(sarah, sarah);

        // When
        var answer = Api.post("suppression-import", maple.key(), Map.of("source", "the old mailer", "csv", csv));

        // Then
        answer.statusCode(200).body("imported", is(1)).body("repeated", is(1)).body("refused.row", contains(3, 4))
                .body("refused.reason", contains("no_address", "unknown_family"));
        maple.submits(sarah, ASKS);
        tick();
        assertThat(mail.sentTo(sarah)).isEmpty();
        Api.get("suppression-export", maple.key()).body("items", hasSize(1)).body("items[0].since", is("2025-01-31T09:00:00Z"))
                .body("items[0].address", nullValue());
    }

    @Test
    void what_was_planned_is_withheld_when_the_no_is_imported() {
        // Given
        var slow = GivenGrowth.client(mail, Map.of("followup_speed", "Within 1 hour"));
        var sarah = GivenGrowth.somebody();
        slow.submits(sarah, ASKS);
        tick();

        // When
        Api.post("suppression-import", slow.key(), Map.of("rows", List.of(Map.of("address", sarah)))).statusCode(200);

        // Then
        assertThat(database.query("select status::text || ' ' || reason from engine.message where tenant = $1", slow.id()))
                .extracting(row -> row.getString(0)).containsExactly("suppressed imported");
    }

    @Test
    void an_export_is_what_an_import_takes_back() {
        // Given
        var maple = GivenGrowth.client(mail, Map.of());
        var cedar = GivenGrowth.client(mail, Map.of());
        var people = List.of(GivenGrowth.somebody(), GivenGrowth.somebody(), GivenGrowth.somebody());
        people.forEach(one -> Api.post("consent-revoke", maple.key(), Map.of("address", one, "channel", "email", "source", "x")).statusCode(200));

        // When
        var first = Api.get("suppression-export?format=csv&limit=2", maple.key()).statusCode(200).extract().jsonPath();
        var second = Api.get("suppression-export?format=csv&limit=2&cursor=" + first.getString("next_cursor"), maple.key()).extract().jsonPath();
        Api.post("suppression-import", cedar.key(), Map.of("csv", first.getString("csv"))).body("imported", is(2)).body("refused", hasSize(0));
        Api.post("suppression-import", cedar.key(), Map.of("csv", second.getString("csv"))).body("imported", is(1));

        // Then
        people.forEach(one -> Api.post("consent-query", cedar.key(), Map.of("address", one))
                .body("families.suppressed", contains("opted_out", "opted_out", "opted_out")));
    }

    @Test
    void a_bad_import_keeps_nothing() {
        var maple = GivenGrowth.client(mail, Map.of());
        Api.post("suppression-import", maple.key(), Map.of()).statusCode(422).body("errors.field", contains("rows"));
        Api.post("suppression-import", maple.key(), Map.of("csv", "name\nSarah")).statusCode(422);
        Api.post("suppression-import", maple.key(), Map.of("csv", "address,since\na@b.example,yesterday")).statusCode(422);
        Api.post("suppression-import", maple.key(), Map.of("rows", List.of(Map.of("address", "a@b.example", "scope", "global")))).statusCode(200)
                .body("imported", is(0)).body("refused.reason", contains("unknown_scope"));
        Api.post("suppression-import", maple.key(), Map.of("rows", List.of(Map.of("address", "a@b.example", "scope", "sequence:7"))))
                .statusCode(200).body("imported", is(0)).body("refused.reason", contains("unknown_scope"));
        Api.post("suppression-import", maple.key(), Map.of("rows", List.of(Map.of("hash", "ab".repeat(32), "key_id", "gone")))).statusCode(200)
                .body("refused.reason", contains("unknown_key"));
        Api.get("suppression-export", maple.key()).body("items", hasSize(0));
        Api.get("suppression-export?format=xml", maple.key()).statusCode(422);
    }

    @Test
    void a_list_that_is_old_or_names_the_number_forbids_the_call() {
        // Given
        var list = "list-" + UUID.randomUUID();

        // When
        Api.post("do-not-call-import", Api.SECRET_KEY, Map.of("list", list, "as_of", "2026-03-01", "region", "US",
                "numbers", List.of("202-555-0199", "twelve"), "complete", true)).statusCode(200).body("imported", is(1)).body("refused", contains(2));

        // Then
        Api.post("do-not-call-import", Api.SECRET_KEY, Map.of("list", list, "as_of", "2026-03-01", "numbers", List.of())).statusCode(409)
                .body("code", is("LIST_COMPLETE"));
        Api.post("do-not-call-import", Api.SECRET_KEY, Map.of("list", list, "as_of", "2036-03-01", "numbers", List.of())).statusCode(422);
        Api.post("do-not-call-import", Api.SECRET_KEY, Map.of("list", list, "as_of", "2026-03-02", "numbers", List.of(), "complete", true));
        assertThat(database.query("select as_of::text from engine.dnc_list where name = $1", list)).singleElement()
                .satisfies(row -> assertThat(row.getString(0)).isEqualTo("2026-03-02"));
        database.query("delete from engine.dnc_list where name = $1", list);
    }
}
