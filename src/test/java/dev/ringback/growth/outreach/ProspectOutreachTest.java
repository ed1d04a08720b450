package dev.ringback.growth.outreach;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import dev.ringback.testing.Api;
import dev.ringback.testing.GivenGrowth;
import dev.ringback.testing.GivenProspects;
import dev.ringback.testing.GrowthStage;
import dev.ringback.testing.MailWorker;
import dev.ringback.testing.ProspectSite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/// What the agency writes to prospects, and what its log says of it.
@QuarkusTest
class ProspectOutreachTest extends GrowthStage {

    @BeforeEach
    void the_agency_has_a_mail_server() {
        GivenProspects.agency(database, mail);
    }

    @Test
    void a_mail_that_nobody_answers_in_two_weeks_is_ignored_and_an_answer_still_counts() throws Exception {
        // Given
        var office = GivenGrowth.somebody();
        var prospect = GivenProspects.prospect(Map.of("contact_email", office));
        write(prospect).body("planned[0].status", is("planned"), "planned[0].channel", is("email"));
        Api.dispatch();
        var sent = log(prospect).extract().<String>path("items[0].status");

        // When
        Api.advanceClock("P14D");
        Api.dispatch();
        var twoWeeksOn = log(prospect).extract().<String>path("items[0].status");
        MailWorker.handIn(MailWorker.mail(office, "hello@agency.example", mail.sentTo(office).getFirst().getMessageID(), "Yes, please show me."));
        Api.dispatch();

        // Then
        assertThat(List.of(sent, twoWeeksOn)).containsExactly("sent", "ignored");
        log(prospect).body("items[0].status", is("replied"), "items[0].replied_at", notNullValue(),
                "items[0].email_subject", is("How Birch Plumbing answers its leads"));
        assertThat((String) mail.sentTo(office).getFirst().getContent()).contains("1 King Street, Toronto", "/functions/v1/unsubscribe/");
        assertThat(database.query("select contacted from growth.prospect_candidates where id = $1::text::uuid", prospect).getFirst().getBoolean(0))
                .isTrue();
    }

    @Test
    void who_may_still_answer_or_has_answered_is_not_written_to_again() {
        // Given
        var office = GivenGrowth.somebody();
        var prospect = GivenProspects.prospect(Map.of("contact_email", office));
        write(prospect);
        Api.dispatch();

        // When
        var atOnce = write(prospect).extract().<String>path("refused[0].reason");
        Api.advanceClock("P14DT1S");
        Api.dispatch();
        write(prospect).body("planned[0].status", is("planned"));
        Api.dispatch();

        // Then
        assertThat(atOnce).isEqualTo("waits_for_answer");
        assertThat(mail.sentTo(office)).hasSize(2);
    }

    @Test
    void a_form_is_filled_with_the_templates_own_words() {
        // Given
        try (var site = new ProspectSite()) {
            var prospect = GivenProspects.prospect(Map.of("form_url", site.page("contact?outreach"), "language", "fr"));

            // When
            write(prospect).body("planned[0].channel", is("web_form"));
            Api.dispatch();

            // Then
            assertThat(site.written().getFirst().get("your-message")).contains("Bonjour Birch Plumbing");
            assertThat(site.written().getFirst().get("your-email")).matches("r\\+[0-9a-f]{32}\\.[0-9a-f]{20}@replies\\.example");
            log(prospect).body("items[0].channel", is("web_form"), "items[0].status", is("sent"), "items[0].opened_at", nullValue());
        }
    }

    @Test
    void who_said_no_is_not_written_to_and_the_answer_says_why() {
        // Given
        var office = GivenGrowth.somebody();
        var prospect = GivenProspects.prospect(Map.of("contact_email", office));
        Api.post("suppression-import", Api.SECRET_KEY,
                Map.of("pack", "growth", "tenant", GivenProspects.INTERNAL_CLIENT, "rows", List.of(Map.of("address", office)))).statusCode(200);

        // When
        var answer = write(prospect);
        Api.dispatch();

        // Then
        answer.body("planned[0].status", is("suppressed"), "planned[0].reason", is("imported"));
        assertThat(mail.sentTo(office)).isEmpty();
        log(prospect).body("items.size()", is(0));
    }

    @Test
    void without_a_postal_address_no_offer_leaves() {
        // Given
        database.query("delete from engine.consent_setting where tenant = $1", GivenProspects.INTERNAL_CLIENT);
        var office = GivenGrowth.somebody();
        var prospect = GivenProspects.prospect(Map.of("contact_email", office));

        // When
        write(prospect);
        Api.dispatch();

        // Then
        assertThat(mail.sentTo(office)).isEmpty();
        assertThat(database.query("select reason from engine.message where subject_id = $1", prospect).getFirst().getString(0))
                .isEqualTo("postal_address_missing");
    }

    private static ValidatableResponse write(String prospect) {
        return Api.post("growth-prospect-outreach", Api.SECRET_KEY, Map.of("prospect_ids", List.of(prospect))).statusCode(200);
    }

    private static ValidatableResponse log(String prospect) {
        return Api.get("growth-prospect-outreach?prospect_id=" + prospect, Api.SECRET_KEY).statusCode(200);
    }
}
