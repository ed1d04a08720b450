package dev.ringback.engine.tracking;

import java.net.URI;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.ringback.engine.link.GivenLinks;
import dev.ringback.engine.link.Purpose;
import dev.ringback.engine.link.SignedLink;
import dev.ringback.engine.link.SignedLinks;
import dev.ringback.engine.template.Rendering.Rendered;

import static org.assertj.core.api.Assertions.assertThat;

/// Who makes a tracked mail's links, and where they lead.
class TrackingLinksTest {

    private static final UUID MESSAGE = UUID.fromString("6f1c2f0e-58f5-4c3e-9d0a-5b7c1f2e3d4a");
    private static final String OLD = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String NEW = Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes());
    private static final String BOOK = "https://maple.example/book?a=1&b=2";
    // HMAC-SHA256 over the purpose's letter, the id and the target, computed elsewhere.
    private static final String OPEN_TOKEN = "bxwvDlj1TD6dClt8Hy49Sr1QuVCZPT5ru1B7RmA2ymM";
    private static final String CLICK_TOKEN = "bxwvDlj1TD6dClt8Hy49SpZ27Zh1MMQWp_WGwoHjwQJodHRwczovL21hcGxlLmV4YW1wbGUvYm9vaz9hPTEmYj0y";

    private final SignedLinks signed = GivenLinks.by(Map.of("k1", Optional.of(NEW)));
    private final TrackingLinks links = new TrackingLinks(signed);

    @Test
    void tokens_are_as_computed_elsewhere() {
        assertThat(links.pixel(MESSAGE)).contains(URI.create("https://ringback.example/functions/v1/track-open/" + OPEN_TOKEN));
        assertThat(links.click(MESSAGE, BOOK)).contains(URI.create("https://ringback.example/functions/v1/track-click/" + CLICK_TOKEN));
        assertThat(links.opened(OPEN_TOKEN)).contains(MESSAGE);
        assertThat(links.clicked(CLICK_TOKEN)).contains(new SignedLink(MESSAGE, BOOK));
    }

    @Test
    void a_token_with_any_bit_changed_leads_nowhere() {
        // Given
        var bytes = Base64.getUrlDecoder().decode(CLICK_TOKEN);

        // When // Then
        for (var bit = 0; bit < bytes.length * 8; bit++) {
            var forged = bytes.clone();
            forged[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(links.clicked(Base64.getUrlEncoder().withoutPadding().encodeToString(forged))).as("bit %d", bit).isEmpty();
        }
    }

    @Test
    void a_token_of_one_purpose_is_none_of_another() {
        // Given
        var unsubscribe = token(signed.of("unsubscribe", Purpose.UNSUBSCRIBE, new SignedLink(MESSAGE, BOOK)));

        // When // Then
        assertThat(links.clicked(unsubscribe)).isEmpty();
        assertThat(links.clicked(OPEN_TOKEN)).isEmpty();
        assertThat(links.opened(CLICK_TOKEN)).isEmpty();
        assertThat(signed.read(Purpose.UNSUBSCRIBE, OPEN_TOKEN)).isEmpty();
    }

    @Test
    void a_link_of_a_key_that_is_going_still_leads_on() {
        // Given
        var before = new TrackingLinks(GivenLinks.by(Map.of("k1", Optional.of(OLD))));
        var after = new TrackingLinks(GivenLinks.by(Map.of("k1", Optional.of(OLD), "k2", Optional.of(NEW))));

        // When
        var token = token(before.click(MESSAGE, BOOK));

        // Then
        assertThat(after.clicked(token)).contains(new SignedLink(MESSAGE, BOOK));
        assertThat(links.clicked(token)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "data:text/html,x", "//evil.example/", "/functions/v1/health", "ftp://maple.example/", "mailto:a@b.c",
                    "tel:+12025550123", "https:evil", "https://", "http://a b/", "#top", "", "https://maple.example/\r\nSet-Cookie: a=b",
                    "https://ringback.example/functions/v1/unsubscribe/x"})
    void what_is_no_page_of_the_web_stays_and_signed_all_the_same_leads_nowhere(String href) {
        // Given
        var made = token(signed.of("track-click", Purpose.CLICK, new SignedLink(MESSAGE, href)));

        // When
        var link = links.click(MESSAGE, href);

        // Then
        assertThat(link).isEmpty();
        assertThat(links.clicked(made))
                .isEqualTo(href.startsWith("https://ringback") ? Optional.of(new SignedLink(MESSAGE, href)) : Optional.empty());
    }

    @Test
    void a_link_too_long_for_a_request_line_stays() {
        assertThat(links.click(MESSAGE, BOOK + "x".repeat(2_000))).isEmpty();
        assertThat(links.click(MESSAGE, "https://maple.example/" + "x".repeat(1_900)).orElseThrow().toString()).hasSizeLessThan(4_000);
    }

    @Test
    void the_html_alone_is_changed_and_the_way_to_say_no_is_not() {
        // Given
        var no = signed.of("unsubscribe", Purpose.UNSUBSCRIBE, new SignedLink(MESSAGE, "")).orElseThrow();
        var html =
                "<p>Hi <a href=\"https://maple.example/book?a=1&amp;b=2\">Book</a> or <a href='mailto:a@b.c'>write</a>, <a href=\"%s\">stop</a></p>"
                        .formatted(no);

        // When
        var placed = links.placed(MESSAGE, new Rendered("Roof", "Book: " + BOOK, html));

        // Then
        assertThat(placed.text()).isEqualTo("Book: " + BOOK);
        assertThat(placed.html())
                .contains("<p>Hi <a href=\"https://ringback.example/functions/v1/track-click/%s\">Book</a>".formatted(CLICK_TOKEN))
                .contains("<a href=\"mailto:a@b.c\">write</a>, <a href=\"%s\">stop</a></p>".formatted(no))
                .endsWith("<img src=\"https://ringback.example/functions/v1/track-open/%s\" width=\"1\" height=\"1\" alt=\"\"></body></html>"
                        .formatted(OPEN_TOKEN));
    }

    @Test
    void text_alone_and_mails_that_nobody_can_sign_stay_as_they_are() {
        // Given
        var text = new Rendered("Roof", BOOK, null);
        var html = new Rendered("Roof", BOOK, "<a href=\"%s\">Book</a>".formatted(BOOK));

        // When // Then
        assertThat(links.placed(MESSAGE, text)).isEqualTo(text);
        assertThat(new TrackingLinks(GivenLinks.by(Map.of("k1", Optional.empty()))).placed(MESSAGE, html)).isEqualTo(html);
        assertThat(new TrackingLinks(GivenLinks.withoutAddress(Map.of("k1", Optional.of(NEW)))).placed(MESSAGE, html)).isEqualTo(html);
    }

    private static String token(Optional<URI> link) {
        var path = link.orElseThrow().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
