package dev.ringback.engine.ledger;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import dev.ringback.testing.Api;
import dev.ringback.testing.GivenGrowth;
import dev.ringback.testing.GivenGrowth.Client;
import dev.ringback.testing.GrowthStage;
import dev.ringback.testing.MailWorker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class StartTest extends GrowthStage {

    @Test
    void a_start_ends_what_a_stop_began_and_nothing_global() throws Exception {
        // Given
        var maple = GivenGrowth.client(mail, Map.of());
        var sarah = GivenGrowth.somebody();
        maple.submits(sarah, ASKS);
        tick();
        var first = mail.sentTo(sarah).getFirst().getMessageID();
        MailWorker.handIn(MailWorker.mail(sarah, maple.address(), first, "STOP")).statusCode(200);
        tick();
        standing(maple, sarah).body("families.find { it.family == 'email' }.suppressed", is("opted_out"));

        // When
        MailWorker.handIn(MailWorker.mail(sarah, maple.address(), first, "START")).statusCode(200);
        tick();

        // Then
        standing(maple, sarah).body("families.find { it.family == 'email' }.suppressed", nullValue())
                .body("families.find { it.family == 'email' }.consented", is(true)).body("entries.event", contains("granted", "revoked"));
        maple.submits(sarah, "And the gutters?");
        tick();
        assertThat(mail.sentTo(sarah)).as("two replies, and a confirmation of each word").hasSize(4);

        Api.post("consent-revoke", Api.SECRET_KEY, Map.of("pack", "growth", "tenant", maple.id(), "address", sarah, "scope", "global",
                "source", "court order")).statusCode(200);
        MailWorker.handIn(MailWorker.mail(sarah, maple.address(), first, "unstop")).statusCode(200);
        tick();
        standing(maple, sarah).body("families.find { it.family == 'email' }.suppressed", is("opted_out"));
    }

    @Test
    void a_start_ends_no_bounce() throws Exception {
        // Given
        var maple = GivenGrowth.client(mail, Map.of());
        var sarah = GivenGrowth.somebody();
        maple.submits(sarah, ASKS);
        tick();
        var bounce = Map.of("address", sarah, "family", "email", "reason", "bounced");
        Api.post("suppression-import", maple.key(), Map.of("rows", List.of(bounce))).statusCode(200).body("imported", is(1));

        // When
        MailWorker.handIn(MailWorker.mail(sarah, maple.address(), mail.sentTo(sarah).getFirst().getMessageID(), "START")).statusCode(200);
        tick();

        // Then
        standing(maple, sarah).body("families.find { it.family == 'email' }.suppressed", is("bounced"));
    }

    private static ValidatableResponse standing(Client client, String address) {
        return Api.post("consent-query", client.key(), Map.of("address", address)).statusCode(200);
    }
}
