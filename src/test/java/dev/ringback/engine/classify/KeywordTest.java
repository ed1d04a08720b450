package dev.ringback.engine.classify;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class KeywordTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            STOP             | STOP
            stop.            | STOP
            Arrêt            | STOP
            CANCEL           | STOP
            START            | START
            unstop           | START
            opt-in           | START
            HELP             | HELP
            Ayuda            | HELP
            Hilfe!           | HELP
            please stop      | NONE
            help me          | NONE
            start Monday     | NONE
            yes              | NONE
            """)
    void a_keyword_is_the_whole_text(String text, Keyword keyword) {
        assertThat(Keyword.of(text)).isEqualTo(keyword);
    }
}
