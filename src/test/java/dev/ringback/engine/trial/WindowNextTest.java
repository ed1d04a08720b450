package dev.ringback.engine.trial;

import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

import dev.ringback.testing.Api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

@QuarkusTest
class WindowNextTest {

    private static final String SYDNEY = """
            {"zone":"Australia/Sydney","open":[{"days":[1,2,3,4,5],"from":"09:00","to":"17:00"}],"closed":["2026-12-25"]}""";
    private static final String ALL_DAY = """
            {"zone":"UTC","open":[{"days":[1,2,3,4,5,6,7],"all_day":true}]}""";

    @Test
    void answers_case_by_case() {
        // Given
        var cases = List.of(asked("2026-03-27T21:00:00Z", SYDNEY),
                asked("2026-12-24T06:00:00Z", SYDNEY),
                asked("2026-03-27T21:00:00Z", ALL_DAY),
                asked("2026-03-27T21:00:00.5Z", ""),
                asked("2026-03-27T21:00:00Z", SYDNEY.replace("17:00", "09:00")),
                asked("2026-03-27T21:00:00Z", SYDNEY + "," + SYDNEY.replace("Australia/Sydney", "America/New_York")),
                asked("2026-03-27T21:00:00Z", ALL_DAY + "," + SYDNEY.replace("\"09:00\",\"to\":\"17:00\"", "\"22:00\",\"to\":\"06:00\"")));

        // When
        var answer = post(cases).statusCode(200).extract().asString();

        // Then
        assertThat(answer).isEqualTo("""
                {"results":[{"next":"2026-03-29T22:00:00Z"},{"next":"2026-12-27T22:00:00Z"},{"next":"2026-03-27T21:00:00Z"},\
                {"next":"2026-03-27T21:00:00.500Z"},{"next":null,"reason":"policy_conflict"},{"next":null,"reason":"policy_conflict"},\
                {"next":"2026-03-30T11:00:00Z"}]}""");
    }

    @Test
    void takes_a_thousand_cases_and_no_more() {
        // Given
        var one = asked("2026-03-27T21:00:00Z", SYDNEY);

        // When
        var most = post(Collections.nCopies(1_000, one));
        var tooMany = post(Collections.nCopies(1_001, one));

        // Then
        most.statusCode(200).body("results", hasSize(1_000)).body("results.next", everyItem(is("2026-03-29T22:00:00Z")));
        tooMany.statusCode(422).body("code", is("INVALID_BODY")).body("errors.field", contains("cases"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            2026-03-27T21:00:00Z | 2026-03-27      | cases[1].at
            2026-03-27T21:00:00Z | +20000-01-01T00:00:00Z | cases[1].at
            Australia/Sydney     | Australia/Sidney | cases[1].rules[0].zone
            Australia/Sydney     | +10:00          | cases[1].rules[0].zone
            09:00                | 9 o'clock       | cases[1].rules[0].open[0].from
            17:00                | 24:30           | cases[1].rules[0].open[0].to
            2026-12-25           | 25.12.2026      | cases[1].rules[0].closed[0]
            [1,2,3,4,5]          | [1,8]           | cases[1].rules[0].open[0].days[1]
            [1,2,3,4,5]          | null            | cases[1].rules[0].open[0].days
            ,"to":"17:00"        | ,"till":"17:00" | cases[1].rules[0].open[0]
            "zone"               | "place"         | cases[1].rules[0].zone
            "open"               | "opens"         | cases[1].rules[0].open
            """)
    void names_the_case_that_is_wrong(String right, String wrong, String field) {
        // Given
        var bad = asked("2026-03-27T21:00:00Z", SYDNEY).replace(right, wrong);

        // When
        var answer = post(List.of(asked("2026-03-27T21:00:00Z", SYDNEY), bad));

        // Then
        answer.statusCode(422).body("errors.field", hasItem(field)).body("errors", hasSize(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"cases":"many"}      | 400
            {"cases":[7]}         | 400
            {"cases":[null]}      | 422
            {"cases":null}        | 422
            {}                    | 422
            []                    | 400
            """)
    void what_is_no_list_of_cases_is_refused(String body, int status) {
        post(body, Api.SECRET_KEY).statusCode(status);
    }

    @Test
    void nothing_asked_is_nothing_answered() {
        post(List.of()).statusCode(200).body("results", hasSize(0));
    }

    @Test
    void strangers_may_not_ask() {
        post("{\"cases\":[]}", Api.PUBLISHABLE_KEY).statusCode(403);
    }

    @Test
    void the_example_of_the_description_works() {
        // Given
        var post = RestAssured.get("/q/openapi?format=json").jsonPath().getMap("paths.'/functions/v1/window-next'.post");

        // When
        var example = (Map<?, ?>) member(post, "requestBody", "content", "application/json", "example");

        // Then
        RestAssured.given().header("apikey", Api.SECRET_KEY).contentType("application/json").body(example).post(Api.path("window-next")).then()
                .statusCode(200).body("results", hasSize(1));
    }

    private static Object member(Object object, String... names) {
        for (var name : names) {
            object = ((Map<?, ?>) object).get(name);
        }
        return object;
    }

    private static String asked(String at, String rules) {
        return "{\"at\":\"%s\",\"rules\":[%s]}".formatted(at, rules.strip());
    }

    private static ValidatableResponse post(List<String> cases) {
        return post("{\"cases\":[%s]}".formatted(String.join(",", cases)), Api.SECRET_KEY);
    }

    private static ValidatableResponse post(String body, String key) {
        return RestAssured.given().header("apikey", key).contentType("application/json").body(body).post(Api.path("window-next")).then();
    }
}
