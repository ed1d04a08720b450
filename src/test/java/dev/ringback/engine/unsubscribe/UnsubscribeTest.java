package dev.ringback.engine.unsubscribe;

import java.net.URI;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

import dev.ringback.testing.Api;
import dev.ringback.testing.GivenGrowth;
import dev.ringback.testing.GivenGrowth.Client;
import dev.ringback.testing.GrowthStage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class UnsubscribeTest extends GrowthStage {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n";

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "multipart/form-data; boundary=x"})
    void one_click_stops_everything_and_opening_stops_nothing(String type) throws Exception {
        // Given
        var maple = GivenGrowth.client(mail, Map.of());
        var sarah = GivenGrowth.somebody();
        maple.submits(sarah, ASKS);
        tick();
        var link = link(sarah);
        RestAssured.get(link).then().statusCode(200).contentType("text/html").body(containsString("Maple Roofing"))
                .header("cache-control", is("no-store")).body(not(containsString(sarah)));
        standing(maple, sarah).body("entries", is(List.of()));

        // When
        var answer = post(link, type, type.startsWith("multi") ? MULTIPART : "List-Unsubscribe=One-Click");

        // Then
        answer.statusCode(200);
        standing(maple, sarah).body("entries.source", contains("one_click"));
        maple.submits(sarah, "And the gutters?");
        tick();
        assertThat(mail.sentTo(sarah)).hasSize(1);
        RestAssured.get(link).then().statusCode(200).body(containsString("stopped"));
    }

    @Test
    void a_choice_on_the_page_is_taken_as_it_was_made() throws Exception {
        // Given
        var maple = GivenGrowth.client(mail, Map.of());
        var sarah = GivenGrowth.somebody();
        maple.submits(sarah, ASKS);
        tick();
        Api.post("person-link", maple.key(), Map.of("addresses", List.of(sarah, "+12025550123"))).statusCode(200);
        RestAssured.get(link(sarah)).then().body(containsString("…23"));

        // When
        post(link(sarah), FORM, "stop=phone").statusCode(200);

        // Then
        Api.post("consent-query", maple.key(), Map.of("address", "+12025550123")).body("families.suppressed", contains("opted_out", null, null));
        Api.post("consent-query", maple.key(), Map.of("address", sarah)).body("families.suppressed", contains(nullValue(), nullValue(), nullValue()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"List-Unsubscribe=One-Click", "stop=email"})
    void the_link_of_somebody_who_was_erased_still_stops(String form) throws Exception {
        // Given
        var maple = GivenGrowth.client(mail, Map.of());
        var sarah = GivenGrowth.somebody();
        maple.submits(sarah, ASKS);
        tick();
        Api.post("subject-erase", maple.key(), Map.of("address", sarah)).statusCode(200);
        RestAssured.get(link(sarah)).then().statusCode(200).body(containsString("value=\"email\""));

        // When
        post(link(sarah), FORM, form).statusCode(200);

        // Then
        standing(maple, sarah).body("families.find { it.family == 'email' }.suppressed", is("opted_out")).body("entries.source",
                contains("one_click"));
        maple.submits(sarah, "It is me again");
        tick();
        assertThat(mail.sentTo(sarah)).hasSize(1);
    }

    @Test
    void a_form_that_asks_for_nothing_stops_nothing() throws Exception {
        // Given
        var maple = GivenGrowth.client(mail, Map.of());
        var sarah = GivenGrowth.somebody();
        maple.submits(sarah, ASKS);
        tick();

        // When // Then
        post(link(sarah), FORM, "stop=").statusCode(422);
        RestAssured.post(link(sarah)).then().statusCode(422);
        standing(maple, sarah).body("entries", is(List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAA", "%00", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void a_forged_link_is_not_found(String token) {
        RestAssured.get(Api.path("unsubscribe/" + token)).then().statusCode(404).body("code", is("NOT_FOUND"));
        post(Api.path("unsubscribe/" + token), FORM, "stop=all")
                .statusCode(404);
    }

    @Test
    void commercial_mail_without_a_postal_address_does_not_leave() {
        // Given
        var maple = GivenGrowth.client(mail, Map.of("followup_speed", "Within 1 hour"));
        var sarah = GivenGrowth.somebody();
        maple.submits(sarah, ASKS);
        tick();
        database.query("update engine.message set purpose = 'commercial' where tenant = $1", maple.id());

        // When
        Api.advanceClock("PT1H");
        Api.dispatch();

        // Then
        assertThat(mail.sentTo(sarah)).isEmpty();
        assertThat(database.query("select reason from engine.message where tenant = $1", maple.id())).extracting(row -> row.getString(0))
                .containsExactly("postal_address_missing");
    }

    @Test
    void commercial_mail_whose_template_leaves_them_out_gets_address_and_link() throws Exception {
        // Given
        var maple = GivenGrowth.client(mail, Map.of("followup_speed", "Within 1 hour"));
        var sarah = GivenGrowth.somebody();
        maple.submits(sarah, ASKS);
        tick();
        database.query("update engine.message set purpose = 'commercial' where tenant = $1", maple.id());
        database.query("insert into engine.consent_setting (pack, tenant, postal_address) values ('growth', $1, '1 Elm Street, Toronto')"
                + " on conflict (pack, tenant) do update set postal_address = excluded.postal_address", maple.id());

        // When
        Api.advanceClock("PT1H");
        Api.dispatch();

        // Then
        var link = link(sarah);
        assertThat(mail.sentTo(sarah).getFirst().getContent().toString()).containsOnlyOnce("1 Elm Street, Toronto").containsOnlyOnce(link);
    }

    // Rest Assured would encode a form by itself.
    private static ValidatableResponse post(String link, String type, String body) {
        var asItIs =
                RestAssured.config().encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs(type.replaceAll(";.*", ""), ContentType.TEXT));
        return RestAssured.given().config(asItIs).header("content-type", type).body(body).post(link).then();
    }

    private static String link(String address) throws Exception {
        var header = mail.sentTo(address).getFirst().getHeader("List-Unsubscribe")[0];
        assertThat(mail.sentTo(address).getFirst().getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        return URI.create(header.replaceAll("[<>\\s]", "")).getPath();
    }

    private static ValidatableResponse standing(Client client, String address) {
        return Api.post("consent-query", client.key(), Map.of("address", address)).statusCode(200);
    }
}
