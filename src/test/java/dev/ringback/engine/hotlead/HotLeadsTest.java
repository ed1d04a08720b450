package dev.ringback.engine.hotlead;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.mail.MessagingException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

import dev.ringback.engine.inbox.StandardWebhooks;
import dev.ringback.engine.inbox.StandardWebhooks.Signed;
import dev.ringback.testing.Api;
import dev.ringback.testing.FakeProvider;
import dev.ringback.testing.FakeProvider.Asked;
import dev.ringback.testing.GivenGrowth;
import dev.ringback.testing.GivenGrowth.Client;
import dev.ringback.testing.GrowthStage;
import dev.ringback.testing.MailWorker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

/// Who is told of a hot lead, and how often.
@QuarkusTest
class HotLeadsTest extends GrowthStage {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final String owner = "owner.%s@maple.example".formatted(UUID.randomUUID());
    private final String chief = "chief.%s@maple.example".formatted(UUID.randomUUID());
    private FakeProvider shop;
    private Client client;
    private String lead;

    @BeforeEach
    void client() throws IOException {
        shop = new FakeProvider();
        client = GivenGrowth.client(mail, Map.of());
        lead = client.submits(GivenGrowth.somebody(), ASKS);
        tick();
        database.query("select vault.create_secret($1, $2)", SECRET, "alerts-" + client.id());
        database.query("insert into engine.alert_setting (pack, tenant, email, escalate_to, webhook_url, webhook_secret_name)"
                + " values ('growth', $1, $2, $3, $4, $5)", client.id(), owner, chief, shop.url() + "/hooks", "alerts-" + client.id());
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void a_webhook_that_fails_is_tried_again_under_the_same_id() throws MessagingException {
        // Given
        shop.answers(500, "").hangsUp().answers(204, "");

        // When
        raise();
        IntStream.range(0, 5).forEach(_ -> tick());

        // Then
        assertThat(shop.asked()).hasSize(3).extracting(told -> told.headers().get("webhook-id")).containsOnly(
                shop.asked().getFirst().headers().get("webhook-id"));
        assertThat(database.query("select from engine.work where kind = 'engine.webhook' and tenant = $1", client.id())).isEmpty();
    }

    @Test
    void nobodys_lead_is_told_once_more_and_not_again() throws MessagingException {
        // Given
        shop.answers(204, "");
        raise();

        // When
        Api.advanceClock("PT15M");
        escalate();
        escalate();
        tick();
        Api.advanceClock("PT1H");
        escalate();
        tick();

        // Then
        assertThat(mail.sentTo(owner)).hasSize(1);
        assertThat(mail.sentTo(chief)).hasSize(1);
        assertThat(shop.asked()).extracting(Asked::body).filteredOn(body -> body.contains("hot_lead.escalated")).hasSize(1);
    }

    @Test
    void a_lead_that_somebody_took_is_not_told_again() throws MessagingException {
        // Given
        shop.answers(204, "");
        raise();
        Api.get("hot-leads", client.key()).statusCode(200).body("items.subject_id", contains(lead));
        var id = Api.get("hot-leads", client.key()).extract().path("items[0].id");

        // When
        Api.post("hot-leads", client.key(), Map.of("id", id)).statusCode(200).body("acknowledged", is(true));

        // Then
        Api.advanceClock("PT1H");
        escalate();
        tick();
        assertThat(mail.sentTo(chief)).isEmpty();
        Api.get("hot-leads", client.key()).statusCode(200).body("items", empty());
    }

    @Test
    void an_answer_that_asks_for_a_date_at_once_is_hot() throws MessagingException {
        // Given
        shop.answers(204, "");

        // When
        raise();

        // Then
        assertThat(shop.asked()).singleElement().satisfies(told -> assertThat(StandardWebhooks.verify(signed(told), List.of(SECRET), Api.now()))
                .isTrue());
        assertThat(mail.sentTo(owner)).hasSize(1);
        assertThat(mail.sentTo(owner).getFirst().getSubject()).contains(lead);
    }

    @Test
    void another_tenants_lead_is_not_there() throws MessagingException {
        // Given
        shop.answers(204, "");
        raise();
        var other = GivenGrowth.client(mail, Map.of());
        var id = Api.get("hot-leads", client.key()).extract().path("items[0].id");

        // When
        var answer = Api.post("hot-leads", other.key(), Map.of("id", id));

        // Then
        answer.statusCode(404);
        Api.get("hot-leads", other.key()).statusCode(200).body("items", empty());
    }

    private void raise() throws MessagingException {
        var sarah = database.query("select email from growth.lead_memory where id = $1", UUID.fromString(lead)).getFirst().getString(0);
        var first = mail.sentTo(sarah).getFirst().getMessageID();
        MailWorker.handIn(MailWorker.mail(sarah, client.address(), first, "How much is it? It is urgent, can you come today?")).statusCode(200);
        tick();
    }

    private static void escalate() {
        RestAssured.given().header("x-job-secret", Api.JOB_SECRET).post(Api.path("jobs/hot-lead-escalate")).then().statusCode(200);
    }

    private static Signed signed(Asked told) {
        var headers = told.headers();
        return new Signed(headers.get("webhook-id"), headers.get("webhook-timestamp"), headers.get("webhook-signature"), told.body().getBytes(UTF_8));
    }
}
