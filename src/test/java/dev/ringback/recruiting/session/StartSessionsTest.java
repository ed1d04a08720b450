package dev.ringback.recruiting.session;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;

import dev.ringback.testing.Api;
import dev.ringback.testing.GivenRecruiting;
import dev.ringback.testing.RecruitingStage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

/// How sessions begin, one and ten thousand.
@QuarkusTest
class StartSessionsTest extends RecruitingStage {

    private static final Logger LOG = Logger.getLogger(StartSessionsTest.class);
    private static final int MANY = 10_000;
    private static final long MOST_BYTES = 256L * 1024 * 1024;

    @Test
    void ten_thousand_in_one_call_of_which_three_are_bad() {
        // Given
        var campaign = GivenRecruiting.campaign(Map.of());
        var csv = IntStream.range(0, MANY).mapToObj(StartSessionsTest::line).collect(Collectors.joining("\n", "phone_number,tz,name\n", "\n"));
        var before = forgetPeak();

        // When
        var began = System.nanoTime();
        var answer = Api.post("recruiting-session-start", Api.SECRET_KEY, Map.of("campaign", campaign, "csv", csv));
        var took = Duration.ofNanos(System.nanoTime() - began);
        var bytes = peak() - before;
        Api.dispatch();
        var all = Duration.ofNanos(System.nanoTime() - began);

        // Then
        LOG.infof("10,000 sessions: answered in %d ms with %d MB of heap more at most, written to in %d ms", took.toMillis(), bytes / 1_048_576,
                all.toMillis());
        answer.statusCode(200).body("accepted", is(MANY - 3), "refused", is(3), "sessions", hasSize(MANY - 3),
                "refusals.line", contains(102, 5_002, 9_001), "refusals.reason", contains("phone_invalid", "tz_unknown", "variable_missing:name"));
        assertThat(bytes).isLessThan(MOST_BYTES);
        assertThat(count("select count(*) from recruiting.session_info where campaign = $1 and session_status = 'active'", campaign))
                .isEqualTo(MANY - 3);
        assertThat(
                count("select count(distinct subject_id) from engine.message where step = 'opening' and template_key = 'opening:' || $1", campaign))
                .isEqualTo(MANY - 3);
    }

    private static String line(int at) {
        return switch (at) {
            case 100 -> "12,Europe/London,Ada";
            case 5_000 -> GivenRecruiting.number() + ",Europe/Atlantis,Ada";
            case 8_999 -> GivenRecruiting.number() + ",Europe/London,";
            default -> GivenRecruiting.number() + ",Europe/London,Ada";
        };
    }

    @Test
    void a_number_is_started_once_per_campaign() {
        // Given
        var campaign = GivenRecruiting.campaign(Map.of());
        var ada = GivenRecruiting.number();
        GivenRecruiting.session(campaign, ada);
        Api.advanceClock("PT1S");

        // When
        var answer = Api.post("recruiting-session-start", Api.SECRET_KEY, Map.of("campaign", campaign, "candidates",
                List.of(ada(ada), ada(GivenRecruiting.number()), ada("07700 900123"), ada("+44 7700 900123"))));

        // Then
        answer.statusCode(200).body("sessions.line", contains(2, 4), "refusals.line", contains(1, 3), "refusals.reason",
                contains("already_active", "phone_invalid"));
    }

    @Test
    void the_same_request_again_starts_nothing_twice() {
        // Given
        var campaign = GivenRecruiting.campaign(Map.of());
        var body = Map.of("campaign", campaign, "candidates", List.of(ada(GivenRecruiting.number()), ada(GivenRecruiting.number())));

        // When
        var first = start(body).<List<String>>path("sessions.session_id");
        var second = start(body).<List<String>>path("sessions.session_id");

        // Then
        assertThat(second).isEqualTo(first).hasSize(2);
        assertThat(count("select count(*) from recruiting.session_info where campaign = $1", campaign)).isEqualTo(2);
    }

    private static ExtractableResponse<Response> start(Map<String, ?> body) {
        return RestAssured.given().header("apikey", Api.SECRET_KEY).header("Idempotency-Key", "start-" + body.get("campaign"))
                .contentType("application/json").body(body).post(Api.path("recruiting-session-start")).then().statusCode(200).extract();
    }

    @Test
    void nobody_is_written_to_before_the_campaign_starts_nor_begun_with_after_its_end() {
        // Given
        var campaign = GivenRecruiting.campaign(Map.of("start", "2026-03-03T09:00:00Z", "end", "2026-03-04T09:00:00Z"));
        var session = GivenRecruiting.session(campaign, GivenRecruiting.number());

        // When
        Api.dispatch();
        var before = messages(session);
        Api.setClock("2026-03-03T09:00:00Z");
        Api.dispatch();
        var after = messages(session);
        Api.setClock("2026-03-04T09:00:00Z");

        // Then
        assertThat(before).isEmpty();
        assertThat(after).containsExactly("opening sent");
        Api.post("recruiting-session-start", Api.SECRET_KEY, Map.of("campaign", campaign, "phone_number", GivenRecruiting.number())).statusCode(409)
                .body("code", is("CAMPAIGN_OVER"));
    }

    @Test
    void without_a_template_the_opening_is_held() {
        // Given
        var campaign = GivenRecruiting.campaign(Map.of("template_name", "", "template_language", "", "template_parameters", ""));

        // When
        var session = GivenRecruiting.session(campaign, GivenRecruiting.number());
        Api.dispatch();

        // Then
        assertThat(messages(session)).containsExactly("opening skipped held_window");
        assertThat(row(session).getString("action_status")).isEqualTo("held_window");
        Api.get("recruiting-chat?session_id=" + session, Api.SECRET_KEY).statusCode(200).body("items", empty());
    }

    private static Map<String, ?> ada(String number) {
        return Map.of("phone_number", number, "variables", Map.of("name", "Ada"));
    }

    private static long count(String sql, String campaign) {
        return database.query(sql, campaign).getFirst().getLong(0);
    }

    // What is used then is the tests' own.
    private static long forgetPeak() {
        System.gc();
        heaps().forEach(MemoryPoolMXBean::resetPeakUsage);
        return peak();
    }

    private static long peak() {
        return heaps().stream().mapToLong(heap -> heap.getPeakUsage().getUsed()).sum();
    }

    private static List<MemoryPoolMXBean> heaps() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP).toList();
    }
}
