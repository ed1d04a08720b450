package dev.ringback.engine.consent;

import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.ringback.engine.work.NotYet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class AddressHashTest {

    private static final String OLD = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String NEW = Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes());

    @Test
    void the_newest_key_hashes_and_every_key_is_looked_up() {
        // Given
        var hash = hash(Map.of("k1", Optional.of(OLD), "k2", Optional.of(NEW)));

        // When
        var all = hash.all("ann@people.example");

        // Then
        assertThat(all).extracting(AddressHash.Hashed::keyId).containsExactly("k2", "k1");
        assertThat(hash.of("ann@people.example").keyId()).isEqualTo("k2");
        assertThat(all.getFirst().value()).hasSize(32).isNotEqualTo(all.getLast().value());
    }

    @Test
    void the_same_address_has_the_same_hash_and_another_a_different_one() {
        // Given
        var hash = hash(Map.of("k1", Optional.of(NEW)));

        // When // Then
        assertThat(hash.of("ann@people.example").value()).isEqualTo(hash.of("ann@people.example").value())
                .isNotEqualTo(hash.of("bob@people.example").value());
    }

    @Test
    void without_a_key_it_starts_and_hashes_nothing() {
        // Given
        var hash = hash(Map.of("k1", Optional.empty()));

        // When // Then
        assertThat(hash.isReady()).isFalse();
        assertThatExceptionOfType(NotYet.class).isThrownBy(() -> hash.of("ann@people.example")).withMessage("hash_key_missing");
    }

    @Test
    void a_short_key_is_refused_at_the_start() {
        // When // Then
        assertThatIllegalStateException().isThrownBy(() -> hash(Map.of("k1", Optional.of("c2hvcnQ="))));
    }

    private static AddressHash hash(Map<String, Optional<String>> keys) {
        return new AddressHash(() -> keys, () -> Instant.EPOCH);
    }
}
