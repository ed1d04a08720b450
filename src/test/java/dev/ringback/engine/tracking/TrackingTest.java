package dev.ringback.engine.tracking;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.mail.internet.MimeMultipart;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

import dev.ringback.testing.Api;
import dev.ringback.testing.GivenGrowth;
import dev.ringback.testing.GivenGrowth.Client;
import dev.ringback.testing.GrowthStage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

/// A tracked mail is opened and its links are followed, by people and by machines.
@QuarkusTest
class TrackingTest extends GrowthStage {

    private static final String CHROME =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36";
    private static final String HTML =
            "<p>Hello</p><p><a href=\"https://maple.example/book?a=1&amp;b=2\">Book</a> <a href=\"https://maple.example/faq\">FAQ</a>"
                    + " <a href=\"{{ unsubscribe_url }}\">Stop</a></p>";

    private final String sarah = GivenGrowth.somebody();
    private Client maple;
    private Document sent;
    private UUID message;

    @BeforeEach
    void a_tracked_mail_was_sent_a_minute_ago() throws Exception {
        maple = GivenGrowth.client(mail, Map.of("followup_speed", "Within 1 hour"));
        sent = sent(true);
    }

    @Test
    void a_persons_open_and_click_count_once_and_in_any_order() {
        // Given
        visit(link(0), CHROME).statusCode(302).header("location", is("https://maple.example/book?a=1&b=2")).header("cache-control", is("no-store"))
                .header("referrer-policy", is("no-referrer"));
        var clickedAt = Api.now();
        Api.advanceClock("PT1M");

        // When
        IntStream.range(0, 3).forEach(_ -> visit(pixel(), CHROME).statusCode(200).contentType("image/gif").header("cache-control", is("no-store")));

        // Then
        assertThat(status()).isEqualTo("sent");
        judge();
        assertThat(status()).isEqualTo("clicked");
        assertThat(rules()).containsExactly("click person", "open person", "open person", "open person");
        assertThat(database.query("select opened_at > clicked_at and clicked_at = $2::text::timestamptz from engine.message where id = $1", message,
                clickedAt.toString()).getFirst().getBoolean(0)).isTrue();
        var events = events();
        database.query("update engine.tracking_hit set judged_at = null, rules_version = null, rule = null where message = $1", message);
        database.query("select engine.enqueue('engine', 'engine.tracking-hit', null, 'tracking-hit', id::text, 'again:' || id, engine.now())"
                + " from engine.tracking_hit where message = $1", message);
        Api.dispatch();
        assertThat(events()).isEqualTo(events);
    }

    @Test
    void machines_hits_are_kept_and_count_nowhere() {
        // Given
        visit(pixel(), "Mozilla/5.0").statusCode(200);
        RestAssured.given().redirects().follow(false).header("user-agent", CHROME).head(link(0)).then().statusCode(302);
        Api.advanceClock("PT10S");

        // When
        visit(link(0), CHROME).statusCode(302);
        visit(link(1), CHROME).statusCode(302);

        // Then
        judge();
        assertThat(rules()).containsExactlyInAnyOrder("open agent.apple-mpp", "click method.head", "click time.burst", "click time.burst");
        assertThat(status()).isEqualTo("sent");
        assertThat(events()).isEmpty();
        Api.advanceClock("PT1M");
        visit(link(1), CHROME).statusCode(302);
        judge();
        assertThat(status()).isEqualTo("clicked");
    }

    @Test
    void a_forged_link_leads_nowhere_and_a_forged_pixel_is_nobodys() {
        // Given
        var forged = List.of("x", "AAAA", "%00", "aHR0cHM6Ly9ldmlsLmV4YW1wbGU", "https:%2F%2Fevil.example", "..%2f..%2fevil.example");

        // When
        var clicks = forged.stream().map(token -> forged("track-click/", token)).toList();
        var opens = forged.stream().map(token -> forged("track-open/", token)).toList();

        // Then
        assertThat(clicks).allSatisfy(answer -> answer.statusCode(404).header("location", nullValue()).body("code", is("NOT_FOUND")));
        assertThat(opens).allSatisfy(answer -> answer.statusCode(200).contentType("image/gif"));
        assertThat(rules()).isEmpty();
    }

    @Test
    void another_mails_token_or_target_does_not_fit() {
        // Given
        var path = link(0);

        // When
        var answer = visit(path.substring(0, path.length() - 4) + "AAAA", CHROME);

        // Then
        answer.statusCode(404).header("location", nullValue());
        visit(path.replace("track-click", "unsubscribe"), CHROME).statusCode(404);
        visit(path + "?to=https://evil.example", CHROME).statusCode(302).header("location", is("https://maple.example/book?a=1&b=2"));
    }

    @Test
    void a_template_that_is_not_tracked_makes_plain_links_and_no_pixel() throws Exception {
        // When
        var plain = sent(false);

        // Then
        assertThat(plain.select("img")).isEmpty();
        assertThat(plain.select("a").getFirst().attr("href")).isEqualTo("https://maple.example/book?a=1&b=2");
        assertThat(sent.select("a").get(2).attr("href")).contains("/functions/v1/unsubscribe/");
    }

    @Test
    void of_somebody_who_was_erased_no_hit_is_left_and_none_is_kept() {
        // Given
        visit(pixel(), CHROME);
        judge();

        // When
        Api.post("subject-erase", maple.key(), Map.of("address", sarah)).statusCode(200);

        // Then
        assertThat(rules()).isEmpty();
        visit(pixel(), CHROME).statusCode(200);
        visit(link(0), CHROME).statusCode(302);
        assertThat(rules()).isEmpty();
        assertThat(status()).isEqualTo("opened");
    }

    @Test
    void whoever_fetches_without_end_is_answered_and_not_kept() {
        // Given
        database.query("insert into engine.tracking_hit (message, kind, at, is_head, is_prefetch) select $1, 'open', engine.now(), false, false"
                + " from generate_series(1, 99)", message);

        // When
        IntStream.range(0, 3).forEach(_ -> visit(pixel(), CHROME).statusCode(200));

        // Then
        assertThat(rules()).hasSize(100);
    }

    private Document sent(boolean tracked) throws Exception {
        var somebody = tracked ? sarah : GivenGrowth.somebody();
        var key = "tracked-" + UUID.randomUUID();
        Api.post("templates", Api.SECRET_KEY, Map.of("pack", "growth", "key", key, "language", "en", "subject", "Your roof", "body_text", "Hello",
                "body_html", HTML, "tracked", tracked)).statusCode(200);
        maple.submits(somebody, ASKS);
        tick();
        database.query("update engine.message set template_key = $2 where tenant = $1 and their_address = $3", maple.id(), key, somebody);
        Api.advanceClock("PT1H");
        Api.dispatch();
        Api.advanceClock("PT1M");
        message =
                database.query("select id from engine.message where tenant = $1 and their_address = $2", maple.id(), somebody).getFirst().getUUID(0);
        var parts = (MimeMultipart) mail.sentTo(somebody).getFirst().getContent();
        return Jsoup.parse(parts.getBodyPart(1).getContent().toString());
    }

    private String pixel() {
        return path(sent.select("img").getFirst().attr("src"));
    }

    private String link(int at) {
        return path(sent.select("a").get(at).attr("href"));
    }

    private static String path(String url) {
        return url.replace("http://localhost:8080", "");
    }

    private static ValidatableResponse visit(String path, String agent) {
        return RestAssured.given().redirects().follow(false).header("user-agent", agent).get(path).then();
    }

    private static ValidatableResponse forged(String function, String token) {
        return RestAssured.given().redirects().follow(false).urlEncodingEnabled(false).get(Api.path(function + token)).then();
    }

    private static void judge() {
        Api.advanceClock("PT31S");
        Api.dispatch();
    }

    private String status() {
        return database.query("select status::text from engine.message where id = $1", message).getFirst().getString(0);
    }

    private List<String> rules() {
        return database.query("select kind || ' ' || coalesce(rule, 'person') from engine.tracking_hit where message = $1 order by 1", message)
                .stream().map(row -> row.getString(0)).toList();
    }

    private List<String> events() {
        return database
                .query("select event || ' ' || at || event_id from engine.message_event where message = $1 and provider = 'tracking' order by 1",
                        message)
                .stream().map(row -> row.getString(0)).toList();
    }
}
