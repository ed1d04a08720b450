package dev.ringback.recruiting.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;

import dev.ringback.testing.Api;
import dev.ringback.testing.GivenRecruiting;
import dev.ringback.testing.RecruitingStage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

@QuarkusTest
class ListSessionsTest extends RecruitingStage {

    @Test
    void a_campaigns_sessions_are_listed_by_pages_the_newest_first() {
        // Given
        var campaign = GivenRecruiting.campaign(Map.of());
        var oldest = GivenRecruiting.session(campaign, GivenRecruiting.number());
        Api.advanceClock("PT1M");
        var together = start(campaign, 4);
        GivenRecruiting.session(GivenRecruiting.campaign(Map.of()), GivenRecruiting.number());

        // When
        var pages = pages(campaign);

        // Then
        assertThat(pages).extracting(List::size).containsExactly(2, 2, 1);
        assertThat(pages.stream().flatMap(List::stream).toList()).startsWith(together.toArray(String[]::new)).endsWith(oldest);
    }

    @Test
    void they_are_told_apart_by_status() {
        // Given
        var campaign = GivenRecruiting.campaign(Map.of());
        var active = GivenRecruiting.session(campaign, GivenRecruiting.number());
        var ended = GivenRecruiting.session(campaign, GivenRecruiting.number());
        database.query("update recruiting.session_info set session_status = 'completed' where session_id = $1", ended);

        // When
        var completed = Api.get(path(campaign) + "&status=completed", Api.SECRET_KEY);

        // Then
        completed.statusCode(200).body("items.session_id", contains(ended)).body("items.variables.name", contains("Ada"));
        Api.get(path(campaign) + "&status=active", Api.SECRET_KEY).body("items.session_id", contains(active));
        Api.get(path(campaign) + "&status=opted_out", Api.SECRET_KEY).body("items", empty());
    }

    @ParameterizedTest
    @CsvSource({"campaign=,campaign", "status=active,campaign", "campaign=x&status=over,status", "campaign=x&cursor=AAAA,cursor",
            "campaign=x&limit=0,limit"})
    void what_cannot_be_asked_is_refused(String query, String field) {
        // When
        var answer = Api.get("recruiting-session?" + query, Api.SECRET_KEY);

        // Then
        assertThat(answer.statusCode(422).extract().asString()).contains("\"" + field + "\"");
    }

    private static List<String> start(String campaign, int howMany) {
        var rows = IntStream.range(0, howMany).mapToObj(_ -> Map.of("phone_number", GivenRecruiting.number(),
                "variables", Map.of("name", "Bob"))).toList();
        return Api.post("recruiting-session-start", Api.SECRET_KEY, Map.of("campaign", campaign, "candidates", rows)).statusCode(200).extract()
                .<List<String>>path("sessions.session_id").stream().sorted((one, other) -> other.compareTo(one)).toList();
    }

    private static List<List<String>> pages(String campaign) {
        var pages = new ArrayList<List<String>>();
        for (String cursor = ""; cursor != null && pages.size() < 10;) {
            var page = Api.get(path(campaign) + "&limit=2&cursor=" + cursor, Api.SECRET_KEY).statusCode(200).extract();
            pages.add(page.path("items.session_id"));
            cursor = page.path("next_cursor");
        }
        return pages;
    }

    private static String path(String campaign) {
        return "recruiting-session?campaign=" + campaign;
    }
}
