package dev.ringback.engine.alert;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

import dev.ringback.engine.inbox.StandardWebhooks;
import dev.ringback.engine.inbox.StandardWebhooks.Signed;
import dev.ringback.testing.Api;
import dev.ringback.testing.FakeProvider;
import dev.ringback.testing.GivenGrowth;
import dev.ringback.testing.GivenGrowth.Client;
import dev.ringback.testing.GrowthStage;
import dev.ringback.testing.MailWorker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

/// A tenant says whom to tell.
@QuarkusTest
class AlertSettingsTest extends GrowthStage {

    private final String owner = "owner.%s@maple.example".formatted(UUID.randomUUID());
    private FakeProvider shop;
    private Client client;

    @BeforeEach
    void client() throws Exception {
        shop = new FakeProvider();
        client = GivenGrowth.client(mail, Map.of());
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void who_was_named_is_told_by_mail_and_webhook_under_the_secret_that_was_shown() throws Exception {
        // Given
        shop.answers(204, "");
        get(client).body("email", nullValue(), "webhook_url", nullValue(), "language", is("en"));
        String secret = set(client, setting(owner.toUpperCase(Locale.ROOT), shop.url() + "/hooks")).statusCode(200)
                .body("email", is(owner), "webhook_secret", matchesPattern("whsec_[A-Za-z0-9+/]{43}=")).extract().path("webhook_secret");

        // When
        asksForADateAtOnce();

        // Then
        assertThat(mail.sentTo(owner)).hasSize(1);
        assertThat(shop.asked()).singleElement().satisfies(told -> {
            var headers = told.headers();
            var signed = new Signed(headers.get("webhook-id"), headers.get("webhook-timestamp"), headers.get("webhook-signature"),
                    told.body().getBytes(UTF_8));
            assertThat(StandardWebhooks.verify(signed, List.of(secret), Api.now())).isTrue();
        });
        get(client).body("email", is(owner), "webhook_url", is(shop.url() + "/hooks"), "webhook_secret", nullValue());
    }

    @Test
    void the_secret_stays_until_a_new_one_is_asked_for_and_goes_with_the_webhook() {
        // Given
        String first = set(client, setting(owner, shop.url().toString())).extract().path("webhook_secret");
        set(client, setting(owner, shop.url() + "/other")).statusCode(200).body("webhook_secret", nullValue());
        assertThat(kept()).isEqualTo(first);
        var renewed = setting(owner, shop.url().toString());
        renewed.put("new_secret", true);

        // When
        String second = set(client, renewed).statusCode(200).extract().path("webhook_secret");

        // Then
        assertThat(second).isNotEqualTo(first).isEqualTo(kept());
        set(client, setting(owner, null)).statusCode(200).body("webhook_url", nullValue(), "webhook_secret", nullValue());
        assertThat(kept()).isNull();
        assertThat(database.query("select after ->> 'email' from engine.audit where tenant = $1 and action = 'engine.alerts.set'", client.id()))
                .hasSize(4);
    }

    @Test
    void what_can_be_no_address_is_named() {
        // Given
        var wrong = setting("owner", "http://user:key@shop.example/");
        wrong.put("escalate_to", "chief@");
        wrong.put("language", "xx");

        // When
        var answer = set(client, wrong);

        // Then
        answer.statusCode(422).body("errors.field", is(List.of("language")));
        wrong.remove("language");
        set(client, wrong).statusCode(422).body("errors.field.sort()", is(List.of("email", "escalate_to", "webhook_url")));
        List.of("ftp://shop.example/", "http://shop.example:22/", "http://0x7f.1/", "/hooks", "http://", "x y")
                .forEach(url -> set(client, setting(owner, url)).statusCode(422).body("errors.field", is(List.of("webhook_url"))));
        get(client).body("email", nullValue());
    }

    @Test
    void a_tenant_sets_its_own_alone_and_the_service_any() {
        // Given
        var other = GivenGrowth.client(mail, Map.of());
        var others = setting(owner, null);
        others.put("tenant", other.id());

        // When
        var answer = set(client, others);

        // Then
        answer.statusCode(403);
        get(other).body("email", nullValue());
        others.put("pack", "growth");
        RestAssured.given().header("apikey", Api.SECRET_KEY).contentType("application/json").body(others).put(Api.path("hot-lead-alerts")).then()
                .statusCode(200).body("email", is(owner));
        get(other).body("email", is(owner));
        RestAssured.given().header("apikey", Api.PUBLISHABLE_KEY).get(Api.path("hot-lead-alerts")).then().statusCode(403);
    }

    private void asksForADateAtOnce() throws Exception {
        var sarah = GivenGrowth.somebody();
        client.submits(sarah, ASKS);
        tick();
        var first = mail.sentTo(sarah).getFirst().getMessageID();
        MailWorker.handIn(MailWorker.mail(sarah, client.address(), first, "How much is it? It is urgent, can you come today?")).statusCode(200);
        tick();
    }

    private String kept() {
        return database.query("select engine.secret($1) as secret", "alerts/growth/" + client.id()).getFirst().getString(0);
    }

    private static Map<String, Object> setting(String email, String webhookUrl) {
        var setting = new HashMap<String, Object>();
        setting.put("email", email);
        setting.put("webhook_url", webhookUrl);
        return setting;
    }

    private static ValidatableResponse get(Client client) {
        return Api.get("hot-lead-alerts", client.key()).statusCode(200);
    }

    private static ValidatableResponse set(Client client, Map<String, Object> setting) {
        return RestAssured.given().header("apikey", client.key()).contentType("application/json").body(setting).put(Api.path("hot-lead-alerts"))
                .then();
    }
}
