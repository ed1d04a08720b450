package dev.ringback.engine.classify;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LanguageTest {

    @ParameterizedTest
    @CsvFileSource(files = "src/test/resources/dev/ringback/engine/classify/language.csv", delimiter = '|', quoteCharacter = '\'', numLinesToSkip = 1)
    void a_language_shows_in_a_few_words(Language language, String text) {
        assertThat(Language.detect(text)).isEqualTo(language);
    }

    @Test
    void a_text_that_does_not_tell_takes_the_callers_default() {
        assertThat(Language.detect("ok", Language.FR)).isEqualTo(Language.FR);
    }

    @ParameterizedTest
    @CsvSource({"en,EN", "fr-CA,FR", "es_MX,ES", "DE,DE", "it,UNKNOWN", "english,UNKNOWN", "'',UNKNOWN"})
    void a_code_or_locale_names_its_language(String code, Language language) {
        assertThat(Language.of(code)).isEqualTo(language);
    }
}
