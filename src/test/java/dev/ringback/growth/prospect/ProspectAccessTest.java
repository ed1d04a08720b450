package dev.ringback.growth.prospect;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;

import dev.ringback.testing.GivenGrowth;
import dev.ringback.testing.GivenProspects;
import dev.ringback.testing.GrowthStage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Prospects and insights through the data API: as the agency's own client, as two others and as nobody, by the claim and by the
/// document's setting, with every verb.
@QuarkusTest
class ProspectAccessTest extends GrowthStage {

    private static final String CLAIMS = "{\"sub\":\"%s\",\"role\":\"authenticated\",\"app_metadata\":{\"client_id\":\"%s\"}}";

    private static String ada;
    private static String bob;

    @BeforeEach
    void rows_of_everybody() {
        ada = GivenGrowth.client(mail, Map.of()).id();
        bob = GivenGrowth.client(mail, Map.of()).id();
        var prospect = GivenProspects.prospect(Map.of());
        database.query(
                "insert into growth.prospect_probe (id, prospect_id, channel, status, planned_at) "
                        + "values ($1, $2::text::uuid, 'email', 'planned', engine.now())",
                UUID.randomUUID(), prospect);
        database.query("insert into growth.prospect_outreach_log (prospect_id, email_subject, email_body) values ($1::text::uuid, 's', 'b')",
                prospect);
        Stream.of(ada, bob).forEach(client -> database.query(
                "insert into growth.growth_brain (client_id, event_type, learning_snapshot) "
                        + "values ($1, 'reversion', '{\"reason\": \"by accident\", \"previous_tag\": \"Converted\"}')",
                UUID.fromString(client)));
    }

    static Stream<String> tables() {
        return Stream.of("prospect_candidates", "prospect_outreach_log", "prospect_probe");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void prospects_are_the_agencys_alone(String table) {
        // When
        var seenByAgency = count(GivenProspects.INTERNAL_CLIENT, table);
        var seenByAda = count(ada, table);

        // Then
        assertThat(seenByAgency).isPositive();
        assertThat(seenByAda).isZero();
        assertThat(countBySetting(GivenProspects.INTERNAL_CLIENT, table)).isEqualTo(seenByAgency);
        assertThat(countBySetting(ada, table)).isZero();
        assertThatThrownBy(() -> database.asAnon(session -> session.query("select id from growth." + table)))
                .hasMessageContaining("permission denied");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void not_even_the_agency_writes_them_by_hand(String table) {
        // When
        Stream.of("delete from growth." + table, "update growth.%s set id = id".formatted(table),
                "insert into growth.%s default values".formatted(table))
                .forEach(statement -> assertThatThrownBy(() -> as(GivenProspects.INTERNAL_CLIENT, statement))
                        .hasMessageContaining("permission denied"));
    }

    @Test
    void a_client_sees_its_own_insights_by_claim_and_by_setting() {
        // When
        var own = count(ada, "growth_brain");

        // Then
        assertThat(own).isEqualTo(1);
        assertThat(countBySetting(ada, "growth_brain")).isEqualTo(1);
        assertThat(database.query("select id from growth.growth_brain where client_id = any ($1)",
                (Object) new UUID[]{UUID.fromString(ada), UUID.fromString(bob)}))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete from growth.growth_brain", "update growth.growth_brain set insight_text = 'mine'"})
    void nobody_rewrites_what_was_learnt(String statement) {
        // When
        assertThatThrownBy(() -> as(ada, statement))

                // Then
                .hasMessageContaining("permission denied");
    }

    @Test
    void a_client_writes_insights_of_its_own_and_none_that_pass_for_computed() {
        // Given
        var insert = "insert into growth.growth_brain (client_id, event_type, day) values ('%s', 'reversion', %s)";

        // When
        as(ada, insert.formatted(ada, "null"));

        // Then
        assertThat(count(ada, "growth_brain")).isEqualTo(2);
        assertThatThrownBy(() -> as(ada, insert.formatted(bob, "null"))).hasMessageContaining("row-level security");
        assertThatThrownBy(() -> as(ada, insert.formatted(ada, "'2026-03-01'"))).hasMessageContaining("row-level security");
    }

    private static int count(String client, String table) {
        return as(client, "select id from growth." + table);
    }

    private static int countBySetting(String client, String table) {
        return database.asAuthenticated("{\"role\":\"authenticated\"}", session -> {
            session.query("select set_config('app.current_client_id', $1, true)", client);
            return session.query("select id from growth." + table).size();
        });
    }

    private static int as(String client, String statement) {
        return database.asAuthenticated(CLAIMS.formatted(UUID.randomUUID(), client), session -> session.query(statement).size());
    }
}
