package dev.ringback.engine.outbox;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import dev.ringback.testing.Api;
import dev.ringback.testing.GivenGrowth;
import dev.ringback.testing.GrowthStage;
import dev.ringback.testing.KeptMail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/// What development mode shows instead of sending, and the answers that a person makes up there.
@QuarkusTest
@TestProfile(KeptMail.class)
class OutboxTest extends GrowthStage {

    // Other tests' mail, of other days, would fill its first page.
    @BeforeEach
    void the_outbox_is_empty() {
        database.query("update engine.message set provider = 'elsewhere' where provider = 'outbox'");
    }

    @Test
    void mail_is_kept_and_nothing_is_sent() {
        // Given
        var client = GivenGrowth.client(mail, Map.of());
        var sarah = GivenGrowth.somebody();

        // When
        client.submits(sarah, ASKS);
        Api.dispatch();

        // Then
        assertThat(mail.sentTo(sarah)).isEmpty();
        Api.get("outbox", Api.SECRET_KEY).statusCode(200).rootPath("items.find { it.to == '%s' }".formatted(sarah))
                .body("from", is(client.address()), "text", containsString("Hi Sarah Chen,"));
    }

    @Test
    void a_made_up_answer_goes_the_way_of_a_real_one() {
        // Given
        var client = GivenGrowth.client(mail, Map.of());
        var sarah = GivenGrowth.somebody();
        var lead = client.submits(sarah, ASKS);
        tick();
        String kept = Api.get("outbox", Api.SECRET_KEY).extract().path("items.find { it.to == '%s' }.id".formatted(sarah));

        // When
        Api.post("outbox/%s/answer".formatted(kept), Api.SECRET_KEY, Map.of("text", "Arrêtez de m'écrire, s'il vous plaît. STOP")).statusCode(200)
                .body("stored", is(true));
        tick();

        // Then
        assertThat(history(lead)).containsExactly("submitted", "answered", "opted_out");
    }

    @Test
    void the_outbox_has_pages() {
        // Given
        var client = GivenGrowth.client(mail, Map.of());
        client.submits(GivenGrowth.somebody(), ASKS);
        tick();
        client.submits(GivenGrowth.somebody(), ASKS);
        tick();

        // When
        var first = Api.get("outbox?limit=1", Api.SECRET_KEY).body("items", hasSize(1), "next_cursor", not(nullValue())).extract();

        // Then
        Api.get("outbox?limit=1&cursor=" + first.path("next_cursor"), Api.SECRET_KEY).body("items", hasSize(1),
                "items[0].id", not(is((String) first.path("items[0].id"))));
    }

    @Test
    void what_was_not_kept_cannot_be_answered() {
        // When // Then
        Api.post("outbox/%s/answer".formatted(UUID.randomUUID()), Api.SECRET_KEY, Map.of("text", "Hello?")).statusCode(404).body("code",
                is("NOT_FOUND"));
        Api.get("outbox", Api.PUBLISHABLE_KEY).statusCode(403);
    }
}
