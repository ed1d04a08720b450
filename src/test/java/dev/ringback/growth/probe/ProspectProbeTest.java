package dev.ringback.growth.probe;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

import dev.ringback.testing.Api;
import dev.ringback.testing.GivenGrowth;
import dev.ringback.testing.GivenProspects;
import dev.ringback.testing.GrowthStage;
import dev.ringback.testing.MailWorker;
import dev.ringback.testing.ProspectSite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/// From a contact page over the site's automatic answer to the score, through HTTP, a signed webhook and ticked time.
@QuarkusTest
class ProspectProbeTest extends GrowthStage {

    private static final String PERSONAL = "Hi Alex, thanks for writing to us!";
    private static final String GENERIC = "Thank you for your message. We will be in touch.";

    static ProspectSite site;

    @BeforeAll
    static void build() {
        site = new ProspectSite();
    }

    @AfterAll
    static void tearDown() {
        site.close();
    }

    @Test
    void a_site_that_stays_silent_needs_us_most() {
        // Given
        var prospect = asked("contact");

        // When
        Api.advanceClock("PT59M59S");
        Api.dispatch();
        var before = probe(prospect).extract().<String>path("items[0].status");
        Api.advanceClock("PT2S");
        Api.dispatch();

        // Then
        assertThat(before).isEqualTo("waiting");
        probe(prospect).body("items[0].status", is("silent"), "items[0].response_score", is(0.0f));
        Api.get("growth-prospect-priority", Api.SECRET_KEY).statusCode(200).body("items.id", hasItem(prospect));
        assertThat(scores(prospect)).containsExactly("0.00", "100.00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PT0S     | generic  | true  | 90.00 | 10.00
            PT0.999S | personal | true  | 100.00 | 0.00
            PT1S     | generic  | true  | 75.00 | 25.00
            PT3S     | personal | true  | 85.00 | 15.00
            PT5S     | personal | false | 70.00 | 30.00
            PT30S    | generic  | true  | 60.00 | 40.00
            PT50M    | generic  | true  | 60.00 | 40.00""")
    void an_automatic_answer_is_scored_by_its_delay_and_its_tone(String delay, String tone, boolean saysSo, String score, String need) {
        // Given
        var prospect = asked("contact");
        var answerTo = site.written().getLast().get("your-email");

        // When
        Api.advanceClock(delay);
        MailWorker.handIn(answer(answerTo, saysSo, tone.equals("personal") ? PERSONAL : GENERIC)).statusCode(200);
        Api.dispatch();

        // Then
        probe(prospect).body("items[0].status", is("answered"), "items[0].personalised", is(tone.equals("personal")));
        assertThat(scores(prospect)).containsExactly(score, need);
    }

    @Test
    void an_answer_after_the_wait_still_counts() {
        // Given
        var prospect = asked("contact");
        var answerTo = site.written().getLast().get("your-email");
        Api.advanceClock("PT2H");
        Api.dispatch();
        var before = scores(prospect);

        // When
        MailWorker.handIn(answer(answerTo, true, GENERIC)).statusCode(200);
        Api.dispatch();

        // Then
        assertThat(before).containsExactly("0.00", "100.00");
        assertThat(scores(prospect)).containsExactly("60.00", "40.00");
    }

    @Test
    void what_a_person_types_is_no_automatic_answer() {
        // Given
        var prospect = asked("contact");
        var answerTo = site.written().getLast().get("your-email");

        // When
        Api.advanceClock("PT10M");
        MailWorker.handIn(answer(answerTo, false, "Hi Alex, when would suit you?")).statusCode(200);
        Api.advanceClock("PT1H");
        Api.dispatch();

        // Then
        probe(prospect).body("items[0].status", is("silent"));
        assertThat(database.query("select body_text from engine.message where subject_id = $1 and direction = 'in'", prospect)).hasSize(1);
    }

    @Test
    void a_form_with_a_csrf_field_is_submitted_as_a_browser_would() {
        // When
        var prospect = asked("csrf");

        // Then
        probe(prospect).body("items[0].status", is("waiting"));
        assertThat(site.written().getLast()).containsEntry("_csrf", "t1").containsEntry("your-name", "Alex Morgan");
        assertThat(site.written().getLast().get("your-message")).contains("how soon you could come back to me");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            script, form_needs_scripts
            loop, form_too_many_redirects
            nowhere, form_404""")
    void what_cannot_be_submitted_is_reported_and_not_scored(String path, String reason) {
        // Given
        var written = site.written().size();

        // When
        var prospect = asked(path);
        Api.advanceClock("PT2H");
        Api.dispatch();

        // Then
        probe(prospect).body("items[0].status", is("failed"), "items[0].reason", is(reason), "items[0].response_score", nullValue());
        assertThat(scores(prospect)).containsExactly(null, null);
        assertThat(site.written()).hasSize(written);
    }

    @Test
    void a_no_that_came_by_mail_covers_the_form() {
        // Given
        var written = site.written().size();
        var office = GivenGrowth.somebody();
        var prospect = GivenProspects.prospect(Map.of("form_url", site.page("contact?no"), "contact_email", office));
        Api.post("suppression-import", Api.SECRET_KEY,
                Map.of("pack", "growth", "tenant", GivenProspects.INTERNAL_CLIENT, "rows", List.of(Map.of("address", office)))).statusCode(200);

        // When
        Api.post("growth-prospect-probe", Api.SECRET_KEY, Map.of("prospect_ids", List.of(prospect))).statusCode(200)
                .body("probes[0].status", is("failed"), "probes[0].reason", is("imported"));
        Api.dispatch();

        // Then
        assertThat(site.written()).hasSize(written);
    }

    @Test
    void one_question_at_a_time() {
        // Given
        var prospect = asked("contact");

        // When
        var again = Api.post("growth-prospect-probe", Api.SECRET_KEY, Map.of("prospect_ids", List.of(prospect)));

        // Then
        again.statusCode(200).body("probes.size()", is(0), "refused[0].reason", is("under_way"));
    }

    @Test
    void the_job_asks_whom_nobody_asked_yet_and_by_mail_where_there_is_no_form() {
        // Given
        GivenProspects.agency(database, mail);
        var office = GivenGrowth.somebody();
        var prospect = GivenProspects.prospect(Map.of("contact_email", office));

        // When
        RestAssured.given().header("x-job-secret", Api.JOB_SECRET).post(Api.path("jobs/prospect-probe")).then().statusCode(200);
        Api.dispatch();

        // Then
        assertThat(mail.sentTo(office)).hasSize(1);
        probe(prospect).body("items[0].channel", is("email"), "items[0].status", is("waiting"));
    }

    @Test
    void no_other_client_sees_prospects() {
        // Given
        var prospect = asked("contact");
        var client = GivenGrowth.client(mail, Map.of());

        // When
        var seen = Api.get("growth-prospect-probe/" + prospect, client.key());

        // Then
        seen.statusCode(404);
        Api.get("growth-prospect-priority", client.key()).statusCode(200).body("items.id", not(hasItem(prospect)), "items.size()", is(0));
    }

    private static String asked(String path) {
        var prospect = GivenProspects.prospect(Map.of("form_url", site.page(path)));
        Api.post("growth-prospect-probe", Api.SECRET_KEY, Map.of("prospect_ids", List.of(prospect))).statusCode(200)
                .body("probes[0].status", is("planned"));
        Api.dispatch();
        return prospect;
    }

    private static ValidatableResponse probe(String prospect) {
        return Api.get("growth-prospect-probe/" + prospect, Api.SECRET_KEY).statusCode(200);
    }

    private static List<String> scores(String prospect) {
        var row = database.query("select response_score::text, automation_need_score::text from growth.prospect_candidates where id = $1::text::uuid",
                prospect).getFirst();
        return java.util.Arrays.asList(row.getString(0), row.getString(1));
    }

    private static String answer(String to, boolean saysSo, String text) {
        return (saysSo ? "Auto-Submitted: auto-replied\r\n" : "") + MailWorker.mail("office@birch.example", to, "", text);
    }
}
