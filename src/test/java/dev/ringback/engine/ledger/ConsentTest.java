package dev.ringback.engine.ledger;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

import dev.ringback.testing.Api;
import dev.ringback.testing.GivenGrowth;
import dev.ringback.testing.GivenGrowth.Client;
import dev.ringback.testing.GrowthStage;
import dev.ringback.testing.MailWorker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class ConsentTest extends GrowthStage {

    private static final String PHONE = "+12025550123";

    @Test
    void a_no_on_one_channel_holds_on_every_address_of_the_person() {
        // Given
        var maple = GivenGrowth.client(mail, Map.of());
        var sarah = GivenGrowth.somebody();
        Api.post("person-link", maple.key(), Map.of("addresses", List.of(sarah, "+1 202-555-0123"))).statusCode(200)
                .body("addresses", contains(sarah, PHONE));

        // When
        Api.post("consent-revoke", maple.key(), Map.of("address", PHONE, "channel", "sms", "source", "said so")).statusCode(200)
                .body("suppressed", is("opted_out"));

        // Then
        maple.submits(sarah, ASKS);
        tick();
        assertThat(mail.sentTo(sarah)).isEmpty();
        standing(maple, sarah).body("families.find { it.family == 'email' }.suppressed", is("opted_out")).body("entries", empty());
        standing(maple, PHONE).body("entries.source", contains("said so"));
    }

    @Test
    void a_no_reaches_addresses_that_are_linked_later() {
        // Given
        var maple = GivenGrowth.client(mail, Map.of());
        var sarah = GivenGrowth.somebody();
        Api.post("consent-revoke", maple.key(), Map.of("address", PHONE, "source", "said so")).statusCode(200);

        // When
        Api.post("person-link", maple.key(), Map.of("addresses", List.of(sarah, PHONE))).statusCode(200);

        // Then
        standing(maple, sarah).body("families.suppressed", contains("opted_out", "opted_out", "opted_out"));
    }

    @Test
    void without_revoke_all_a_no_holds_on_its_own_channel_alone() {
        // Given
        var maple = GivenGrowth.client(mail, Map.of());
        var sarah = GivenGrowth.somebody();
        Api.post("person-link", maple.key(), Map.of("addresses", List.of(sarah, PHONE))).statusCode(200);
        patch(maple, Map.of("revoke_all", false));

        // When
        Api.post("consent-revoke", maple.key(), Map.of("address", PHONE, "channel", "voice", "source", "said so")).statusCode(200);

        // Then
        standing(maple, PHONE).body("families.suppressed", contains("opted_out", null, null));
        standing(maple, sarah).body("families.suppressed", contains(nullValue(), nullValue(), nullValue()));
    }

    @Test
    void a_recorded_yes_ends_no_opt_out() {
        // Given
        var maple = GivenGrowth.client(mail, Map.of());
        Api.post("consent-revoke", maple.key(), Map.of("address", PHONE, "source", "said so")).statusCode(200);

        // When
        var answer = Api.post("consent-record", maple.key(), Map.of("address", PHONE, "channel", "voice", "source", "web form",
                "text_version", "2026-03", "evidence", Map.of("form", "contact")));

        // Then
        answer.statusCode(200).body("recorded", is(true)).body("suppressed", is("opted_out"));
        standing(maple, PHONE).body("entries[0].text_version", is("2026-03")).body("entries[0].evidence.form", is("contact"));
    }

    @Test
    void what_may_be_a_no_is_held_until_a_human_has_read_it() throws Exception {
        // Given
        var maple = GivenGrowth.client(mail, Map.of());
        var sarah = GivenGrowth.somebody();
        maple.submits(sarah, ASKS);
        tick();
        MailWorker.handIn(MailWorker.mail(sarah, maple.address(), mail.sentTo(sarah).getFirst().getMessageID(), "Not interested."))
                .statusCode(200);
        tick();
        maple.submits(sarah, "Well, perhaps the gutters?");
        tick();
        assertThat(mail.sentTo(sarah)).hasSize(1);

        // When
        var doubt = Api.get("consent-doubts", maple.key()).statusCode(200).body("items", hasSize(1)).body("items[0].text", is("Not interested."))
                .extract().<String>path("items[0].id");
        Api.post("consent-doubts", maple.key(), Map.of("id", doubt, "opt_out", false)).statusCode(200);

        // Then
        Api.advanceClock("PT20M");
        Api.dispatch();
        assertThat(mail.sentTo(sarah)).hasSize(2);
        Api.post("consent-doubts", maple.key(), Map.of("id", doubt, "opt_out", true)).statusCode(404);
    }

    @Test
    void a_doubt_about_somebody_who_was_erased_still_becomes_an_opt_out() throws Exception {
        // Given
        var maple = GivenGrowth.client(mail, Map.of());
        var sarah = GivenGrowth.somebody();
        maple.submits(sarah, ASKS);
        tick();
        MailWorker.handIn(MailWorker.mail(sarah, maple.address(), mail.sentTo(sarah).getFirst().getMessageID(), "Not interested."))
                .statusCode(200);
        tick();
        var doubt = Api.get("consent-doubts", maple.key()).extract().<String>path("items[0].id");
        Api.post("subject-erase", maple.key(), Map.of("address", sarah)).statusCode(200);

        // When
        Api.post("consent-doubts", maple.key(), Map.of("id", doubt, "opt_out", true)).statusCode(200);

        // Then
        standing(maple, sarah).body("families.suppressed", contains("opted_out", "opted_out", "opted_out"));
    }

    @Test
    void nothing_purges_an_opt_out() {
        // Given
        var maple = GivenGrowth.client(mail, Map.of());
        Api.post("consent-revoke", maple.key(), Map.of("address", PHONE, "source", "said so")).statusCode(200);

        // When // Then
        for (var statement : List.of("delete from engine.suppression where tenant = '%s'", "delete from engine.consent_event where tenant = '%s'",
                "update engine.consent_event set event = 'granted' where tenant = '%s'")) {
            assertThatThrownBy(() -> database.query(statement.formatted(maple.id()))).hasMessageContaining("is ");
        }
        assertThatThrownBy(() -> database.query("truncate engine.suppression")).hasMessageContaining("never purged");
        assertThatThrownBy(() -> database.asService(session -> {
            session.query("select set_config('engine.erasing', 'on', true)");
            return session.query("delete from engine.suppression where tenant = $1", maple.id());
        })).isNotNull();
    }

    @Test
    void two_tenants_never_hear_of_each_others_people() {
        // Given
        var maple = GivenGrowth.client(mail, Map.of());
        var cedar = GivenGrowth.client(mail, Map.of());
        var sarah = GivenGrowth.somebody();
        Api.post("person-link", maple.key(), Map.of("addresses", List.of(sarah, PHONE))).statusCode(200);

        // When
        Api.post("consent-revoke", maple.key(), Map.of("address", PHONE, "source", "said so")).statusCode(200);

        // Then
        standing(cedar, PHONE).body("families.suppressed", contains(nullValue(), nullValue(), nullValue())).body("entries", empty());
        Api.get("suppression-export", cedar.key()).statusCode(200).body("items", empty());
        for (var function : List.of("consent-query", "consent-revoke", "subject-export", "subject-erase")) {
            Api.post(function, cedar.key(), Map.of("tenant", maple.id(), "address", PHONE, "source", "x")).statusCode(403).body("code",
                    is("FORBIDDEN"));
        }
        Api.get("consent-settings?tenant=" + maple.id(), cedar.key()).statusCode(403);
        Api.post("consent-doubts", cedar.key(), Map.of("id", UUID.randomUUID(), "opt_out", false)).statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            consent-record | {}                                                                         | address,channel,source
            consent-record | {"address":"nobody","channel":"sms","source":"x"}                          | address
            consent-record | {"address":"+12025550123","channel":"pigeon","source":"x"}                 | channel
            consent-revoke | {"address":"+12025550123","source":"x","scope":"everywhere"}               | scope
            consent-revoke | {"address":"+12025550123","source":"x","scope":"sequence:7"}               | scope
            consent-revoke | {"address":" ","source":"x"}                                               | address
            consent-query  | {"address":"a@@b"}                                                         | address
            consent-query  | {"address":"sarah@chen.example","pack":"nopack"}                           | pack
            person-link    | {"addresses":["sarah@chen.example"]}                                       | addresses
            person-link    | {"addresses":["sarah@chen.example","123"]}                                 | addresses
            subject-erase  | {}                                                                         | address
            """)
    void bad_input_is_refused_by_name(String function, String body, String fields) {
        // Given
        var maple = GivenGrowth.client(mail, Map.of());

        // When
        var answer = RestAssured.given().header("apikey", maple.key()).contentType("application/json").body(body)
                .post(Api.path(function)).then();

        // Then
        answer.statusCode(422).body("code", is("INVALID_BODY"));
        for (var field : fields.split(",")) {
            answer.body("errors.field", hasItem(field));
        }
    }

    @Test
    void the_service_names_whom_it_speaks_for() {
        Api.post("consent-query", Api.SECRET_KEY, Map.of("address", PHONE)).statusCode(422).body("errors.field", contains("pack", "tenant"));
        Api.post("consent-query", Api.PUBLISHABLE_KEY, Map.of("address", PHONE)).statusCode(403);
        Api.get("health", Api.PUBLISHABLE_KEY).body("hash_key", is("ok")).body("status", notNullValue());
    }

    private static ValidatableResponse standing(Client client, String address) {
        return Api.post("consent-query", client.key(), Map.of("address", address)).statusCode(200);
    }

    private static void patch(Client client, Map<String, ?> change) {
        RestAssured.given().header("apikey", client.key()).contentType("application/json").body(change)
                .patch(Api.path("consent-settings")).then().statusCode(200);
    }
}
