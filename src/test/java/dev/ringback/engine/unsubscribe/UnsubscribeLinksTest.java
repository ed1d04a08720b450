package dev.ringback.engine.unsubscribe;

import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.ringback.engine.link.GivenLinks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class UnsubscribeLinksTest {

    private static final UUID MESSAGE = UUID.fromString("6f1c2f0e-58f5-4c3e-9d0a-5b7c1f2e3d4a");
    private static final String OLD = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String NEW = Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes());

    @Test
    void a_link_of_a_key_that_is_going_still_opens() {
        // Given
        var before = links(Map.of("k1", Optional.of(OLD)));
        var after = links(Map.of("k1", Optional.of(OLD), "k2", Optional.of(NEW)));

        // When
        var token = token(before);

        // Then
        assertThat(after.read(token)).contains(MESSAGE);
        assertThat(token(after)).isNotEqualTo(token);
        assertThat(links(Map.of("k2", Optional.of(NEW))).read(token)).isEmpty();
    }

    @Test
    void a_token_with_any_bit_changed_opens_nothing() {
        // Given
        var links = links(Map.of("k1", Optional.of(NEW)));
        var bytes = Base64.getUrlDecoder().decode(token(links));

        // When // Then
        for (var bit = 0; bit < bytes.length * 8; bit++) {
            var forged = bytes.clone();
            forged[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(links.read(Base64.getUrlEncoder().withoutPadding().encodeToString(forged))).as("bit %d", bit).isEmpty();
        }
    }

    @Test
    void without_address_or_key_there_is_no_link() {
        assertThat(new UnsubscribeLinks(GivenLinks.withoutAddress(Map.of("k1", Optional.of(NEW)))).headers(MESSAGE)).isEmpty();
        assertThat(links(Map.of("k1", Optional.empty())).of(MESSAGE)).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> links(Map.of("k1", Optional.of("c2hvcnQ="))));
    }

    @Test
    void the_headers_are_those_of_one_click() {
        assertThat(links(Map.of("k1", Optional.of(NEW))).headers(MESSAGE)).containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
                .hasEntrySatisfying("List-Unsubscribe", link -> assertThat(link).startsWith("<https://ringback.example/functions/v1/unsubscribe/"));
    }

    private static String token(UnsubscribeLinks links) {
        var path = links.of(MESSAGE).orElseThrow().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static UnsubscribeLinks links(Map<String, Optional<String>> keys) {
        return new UnsubscribeLinks(GivenLinks.by(keys));
    }
}
