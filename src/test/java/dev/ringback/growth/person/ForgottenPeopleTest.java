package dev.ringback.growth.person;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import dev.ringback.testing.Api;
import dev.ringback.testing.GivenGrowth;
import dev.ringback.testing.GivenProspects;
import dev.ringback.testing.GrowthStage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

/// What clients know about leads, and the agency about prospects, is shown to them and forgotten.
@QuarkusTest
class ForgottenPeopleTest extends GrowthStage {

    @Test
    void a_prospect_sees_what_it_was_written_and_is_forgotten_with_its_scores_left() {
        // Given
        GivenProspects.agency(database, mail);
        var office = GivenGrowth.somebody();
        var prospect = GivenProspects.prospect(Map.of("contact_email", office, "industry", "plumbing"));
        Api.post("growth-prospect-outreach", Api.SECRET_KEY, Map.of("prospect_ids", List.of(prospect))).statusCode(200);
        Api.dispatch();
        ofTheAgency("subject-export", office).body("holdings[0].kind", is("prospect"), "holdings[0].members.contact_email", is(office),
                "holdings[0].members.outreach[0].subject", is("How Birch Plumbing answers its leads"));

        // When
        ofTheAgency("subject-erase", office).body("rows", is(1));

        // Then
        ofTheAgency("subject-export", office).body("holdings", empty());
        assertThat(database.query("""
                select p.business_name = 'erased-' || p.id and p.website is null and p.industry = 'plumbing' and o.email_body = 'erased'
                  from growth.prospect_candidates p join growth.prospect_outreach_log o on o.prospect_id = p.id where p.id = $1""",
                UUID.fromString(prospect)).getFirst().getBoolean(0)).isTrue();
        assertThat(database.query("""
                select 1 from growth.prospect_candidates p where p::text like '%' || $1 || '%'
                union all select 1 from growth.prospect_outreach_log o where o::text like '%' || $1 || '%'
                union all select 1 from engine.address a where a::text like '%' || $1 || '%'
                union all select 1 from engine.message m where m::text like '%' || $1 || '%'""", office)).isEmpty();
        Api.post("growth-prospect-outreach", Api.SECRET_KEY, Map.of("prospect_ids", List.of(prospect)))
                .body("refused.size()", is(1), "planned", empty());
    }

    @Test
    void a_client_neither_sees_nor_forgets_the_agencys_prospects() {
        // Given
        var office = GivenGrowth.somebody();
        GivenProspects.prospect(Map.of("contact_email", office));
        var client = GivenGrowth.client(mail, Map.of());

        // When
        var erased = Api.post("subject-erase", client.key(), Map.of("address", office));

        // Then
        erased.statusCode(200).body("rows", is(0));
        Api.post("subject-export", client.key(), Map.of("address", office)).statusCode(200).body("holdings", empty());
        ofTheAgency("subject-export", office).body("holdings[0].members.contact_email", is(office));
    }

    @Test
    void why_a_lead_was_reverted_is_forgotten_too_and_that_it_was_is_not() {
        // Given
        var client = GivenGrowth.client(mail, Map.of());
        var sarah = GivenGrowth.somebody();
        var lead = client.submits(sarah, ASKS);
        Api.post("growth-lead-tag", client.key(), Map.of("lead_id", lead, "tag", "Converted")).statusCode(200);
        Api.post("growth-lead-revert", client.key(), Map.of("lead_id", lead, "reason", "Sarah Chen changed her mind")).statusCode(200);

        // When
        Api.post("subject-erase", client.key(), Map.of("address", sarah)).statusCode(200).body("rows", is(1));

        // Then
        assertThat(database.query("""
                select 1 from growth.lead_actions a where a.client_id = $1 and a::text like '%Sarah%'
                union all select 1 from growth.growth_brain b where b.client_id = $1 and b::text like '%Sarah%'
                union all select 1 from growth.lead_memory l where l.client_id = $1 and l::text like '%Sarah%'""", UUID.fromString(client.id())))
                .isEmpty();
        assertThat(database.query("select count(*) from growth.growth_brain where client_id = $1 and event_type in ('conversion', 'reversion')",
                UUID.fromString(client.id())).getFirst().getLong(0)).isEqualTo(2);
        assertThat(database.query("select reversion_reason from growth.lead_actions where client_id = $1 and action_type = 'revert'",
                UUID.fromString(client.id())).getFirst().getString(0)).isEqualTo("erased");
    }

    private static ValidatableResponse ofTheAgency(String function, String address) {
        return Api.post(function, Api.SECRET_KEY, Map.of("pack", "growth", "tenant", GivenProspects.INTERNAL_CLIENT, "address", address))
                .statusCode(200);
    }
}
