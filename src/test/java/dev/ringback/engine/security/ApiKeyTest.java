package dev.ringback.engine.security;

import java.security.SecureRandom;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ApiKeyTest {

    private static final String SECRET = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMN-_0";
    private static final String KEY = "rb_acme_" + SECRET;

    @Test
    void random_keys_are_keys_and_all_differ() {
        // Given
        var random = new SecureRandom();

        // When
        var keys = Stream.generate(() -> ApiKey.random(random)).limit(1_000).toList();

        // Then
        assertThat(keys).extracting(ApiKey::plain).doesNotHaveDuplicates().allMatch(ApiKey::looksLike)
                .allMatch(key -> key.matches("rb_[0-9a-f]{8}_.{43}"));
        assertThat(keys).extracting(ApiKey::digest).doesNotHaveDuplicates();
    }

    // select 'sha256:' || encode(sha256(convert_to('<key>', 'UTF8')), 'hex')
    @Test
    void the_digest_is_the_one_that_the_database_makes() {
        assertThat(new ApiKey(KEY).digest()).isEqualTo("sha256:af0655f3ac1f34704c1508b5043407a431df724ff411c2073149a1d064d5c591");
    }

    @Test
    void a_key_in_a_log_shows_its_prefix_only() {
        assertThat(new ApiKey(KEY)).hasToString("rb_acme_…");
        assertThat("%s".formatted(ApiKey.random(new SecureRandom()))).matches("rb_[0-9a-f]{8}_…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "rb_", "rb__" + SECRET, "rb_abc_" + SECRET, "rb_ACME_" + SECRET, "rb_acme_" + SECRET + "x", "rb_acme_short",
            "RB_acme_" + SECRET, " rb_acme_" + SECRET, "rb_acme_" + SECRET + "\n", "rb_seventeencharsabc_" + SECRET, "sb_secret_" + SECRET,
            "your-api-key-here", "changeme", "sha256:0000"})
    void nothing_of_another_form_is_a_key(String text) {
        assertThat(ApiKey.looksLike(text)).isFalse();
        assertThatThrownBy(() -> new ApiKey(text)).isInstanceOf(IllegalArgumentException.class).hasMessage("not an API key");
    }
}
