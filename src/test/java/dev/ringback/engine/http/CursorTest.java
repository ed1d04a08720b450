package dev.ringback.engine.http;

import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.ringback.testing.Cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CursorTest {

    @Test
    void a_cursor_comes_back_as_it_was() {
        Cases.check(1_000, random -> {
            // Given
            var cursor = new Cursor(Instant.ofEpochSecond(random.nextLong(4_000_000_000L), random.nextLong(1_000_000_000L)),
                    new UUID(random.nextLong(), random.nextLong()));

            // When
            var text = cursor.encoded();

            // Then
            assertThat(text).matches("[A-Za-z0-9_-]+");
            assertThat(Cursor.parse(text)).isEqualTo(cursor);
        });
    }

    @ParameterizedTest
    @NullAndEmptySource
    void no_cursor_is_the_start(String text) {
        assertThat(Cursor.parse(text)).isEqualTo(Cursor.START);
        assertThat(Cursor.parse(Cursor.START.encoded())).isEqualTo(Cursor.START);
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "é", "AAAA", " ", "null", "0", "../..", "%00"})
    void garbage_is_refused_by_the_fields_name(String text) {
        assertThatRefused(text);
    }

    // The last two are instants to Java, but times to no database.
    @ParameterizedTest
    @ValueSource(strings = {"2026-03-02T12:00:00Z", "2026-03-02T12:00:00Z ", "2026-03-02T12:00:00Z 1",
            "yesterday 00000000-0000-0000-0000-000000000000",
            " 00000000-0000-0000-0000-000000000000", "2026-03-02T12:00:00Z 00000000-0000-0000-0000-000000000000 or 1=1",
            "+1000000000-12-31T23:59:59Z 00000000-0000-0000-0000-000000000000", "-1000000000-01-01T00:00:00Z 00000000-0000-0000-0000-000000000000"})
    void a_cursor_that_somebody_wrote_is_refused(String plain) {
        assertThatRefused(Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @CsvSource({",100", "1,1", "50,50", "100,100"})
    void a_page_has_a_hundred_rows_at_most(String asked, int limit) {
        assertThat(Cursor.limit(asked)).isEqualTo(limit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "101", "2147483647", "-2147483648", "many", "", "1.5", "99999999999"})
    void a_limit_outside_is_refused_by_the_fields_name(String limit) {
        assertThatThrownBy(() -> Cursor.limit(limit))
                .isInstanceOfSatisfying(Problem.class,
                        problem -> assertThat(problem.errors()).extracting(Problem.FieldError::field).containsExactly("limit"));
    }

    private static void assertThatRefused(String text) {
        assertThatThrownBy(() -> Cursor.parse(text)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(422);
            assertThat(problem.errors()).extracting(Problem.FieldError::field).containsExactly("cursor");
        });
    }
}
