package dev.ringback.schema;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Row;

import dev.ringback.local.LocalStack;
import dev.ringback.testing.Api;
import dev.ringback.testing.GivenRecruiting;
import dev.ringback.testing.RecruitingStage;

import static org.assertj.core.api.Assertions.assertThat;

/// The queries of the document's four use cases, as they are written there, on a database that was filled through the functions.
@QuarkusTest
class RecruitingUseCasesTest extends RecruitingStage {

    private static final String STAFF =
            "{\"role\":\"authenticated\",\"sub\":\"a0000000-0000-4000-8000-00000000000a\",\"app_metadata\":{\"role\":\"staff\"}}";
    private static final SeedDocument DOCUMENT = new SeedDocument("003", "recruiting");

    @Test
    void answer_what_was_said_called_and_found_out() {
        // Given
        var ada = GivenRecruiting.number();
        var campaign = GivenRecruiting.campaign(Map.of("job_info", "Plumbing in Hackney"));
        var session = GivenRecruiting.session(campaign, ada);
        tick();
        Api.post("recruiting-objective-set", Api.SECRET_KEY, Map.of("session_id", session, "objective", "interested", "value", true)).statusCode(200);
        Api.post("recruiting-calls", Api.SECRET_KEY, Map.of("session_ids", List.of(session))).statusCode(200);
        tick();

        // When
        var answers = statements(ada, session, campaign);

        // Then
        assertThat(answers.get("217").getFirst().getString("session_id")).isEqualTo(session);
        assertThat(answers.get("223")).hasSize(1).first().extracting(row -> row.getJsonObject("message").getString("text"))
                .isEqualTo("Hi Ada, are you interested?");
        assertThat(answers.get("245").getFirst().getString("job_info")).isEqualTo("Plumbing in Hackney");
        assertThat(answers.get("251")).hasSize(1).first().satisfies(row -> {
            assertThat(row.getString("session_status")).isEqualTo("active");
            assertThat(row.getJsonObject("objectives").getBoolean("interested")).isTrue();
        });
        assertThat(answers.get("276")).hasSize(1).first().extracting(row -> row.getString("status")).isEqualTo("failed");
        assertThat(answers.get("303").getFirst().getString("campaign_name")).isEqualTo(campaign);
        assertThat(answers.get("312")).hasSize(1);
        assertThat(answers.get("319")).hasSize(1);
        assertThat(answers.get("326")).hasSize(1).first().extracting(row -> row.getString("source")).isEqualTo("manual");
    }

    // By the line of the document where each stands.
    private static Map<String, List<Row>> statements(String number, String session, String campaign) {
        var file = LocalStack.checkout().resolve("src/test/resources/seeds/003.statements.sql");
        return SeedStatement.read(DOCUMENT, file).stream().collect(Collectors.toMap(SeedStatement::line,
                statement -> database.asAuthenticated(STAFF, db -> {
                    db.query("select set_config('search_path', 'recruiting', true)");
                    return db.query(statement.sql().replace("+447700900123", number).replace("session-1", session)
                            .replace("Plumber - London", campaign));
                })));
    }
}
