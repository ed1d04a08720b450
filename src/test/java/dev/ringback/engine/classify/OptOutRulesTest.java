package dev.ringback.engine.classify;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.ringback.engine.classify.OptOut.Answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

class OptOutRulesTest {

    @ParameterizedTest
    @CsvFileSource(files = "src/test/resources/dev/ringback/engine/classify/opt-out-en.csv", delimiter = '|', quoteCharacter = '~',
            numLinesToSkip = 1)
    void an_english_text_is_read_as_a_person_would(Answer answer, String text) {
        assertThat(OptOutRules.read(text, Language.EN).answer()).as("%s", OptOutRules.read(text, Language.EN)).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvFileSource(files = "src/test/resources/dev/ringback/engine/classify/opt-out-fr.csv", delimiter = '|', numLinesToSkip = 1)
    void a_french_text_is_read_as_a_person_would(Answer answer, String text) {
        assertThat(OptOutRules.read(text, Language.FR).answer()).as("%s", OptOutRules.read(text, Language.FR)).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvFileSource(files = "src/test/resources/dev/ringback/engine/classify/opt-out-es.csv", delimiter = '|', numLinesToSkip = 1)
    void a_spanish_text_is_read_as_a_person_would(Answer answer, String text) {
        assertThat(OptOutRules.read(text, Language.ES).answer()).as("%s", OptOutRules.read(text, Language.ES)).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvFileSource(files = "src/test/resources/dev/ringback/engine/classify/opt-out-de.csv", delimiter = '|', numLinesToSkip = 1)
    void a_german_text_is_read_as_a_person_would(Answer answer, String text) {
        assertThat(OptOutRules.read(text, Language.DE).answer()).as("%s", OptOutRules.read(text, Language.DE)).isEqualTo(answer);
    }

    // Written after the rules, by their failures: the texts above were written with them.
    @ParameterizedTest
    @CsvFileSource(files = "src/test/resources/dev/ringback/engine/classify/opt-out-more.csv", delimiter = '|', quoteCharacter = '~',
            numLinesToSkip = 1)
    void a_text_that_the_rules_had_not_seen_is_read_too(Answer answer, Language language, String text) {
        assertThat(OptOutRules.read(text, language).answer()).as("%s", OptOutRules.read(text, language)).isEqualTo(answer);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_wrong_guess_at_the_language_loses_no_opt_out(Language guess) {
        assertThat(OptOutRules.read("ne me contactez plus", guess).answer()).isEqualTo(Answer.YES);
        assertThat(OptOutRules.read("stop writing to me", guess).answer()).isEqualTo(Answer.YES);
        assertThat(OptOutRules.read("bitte keine E-Mails mehr", guess).answer()).isEqualTo(Answer.YES);
        assertThat(OptOutRules.read("no me escriban más", guess).answer()).isEqualTo(Answer.YES);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            STOP                            | optout.any.keyword
            please stop writing to me       | optout.en.stop-contact
            ne me contactez plus            | optout.fr.stop-contact
            no quiero recibir más correos   | optout.es.not-want
            nehmen Sie mich von der Liste   | optout.de.unsubscribe
            I don't want to unsubscribe     | optout.en.not-stopping
            not interested                  | optout.en.not-interested
            🛑🛑🛑                          | optout.any.keyword
            ✋                              | optout.any.raised-hand
            stop texting my late mother     | optout.en.other-person
            ya no me escriben               | optout.es.silence
            """)
    void a_verdict_names_its_rule(String text, String rule) {
        assertThat(OptOutRules.read(text, Language.UNKNOWN).rules()).contains(rule);
    }

    @Test
    void a_phrase_that_mail_wrapped_is_still_read() {
        assertThat(OptOutRules.read("Dear sir,\nplease take me\noff your\nlist.\n\nBob", Language.EN).answer()).isEqualTo(Answer.YES);
    }

    @Test
    void a_keyword_on_a_line_of_its_own_counts_among_others() {
        assertThat(OptOutRules.read("Hello\n\nSTOP\n\nBob Smith", Language.EN).answer()).isEqualTo(Answer.YES);
    }

    @Test
    void zero_width_characters_hide_no_keyword() {
        assertThat(OptOutRules.read("S\u200BT\u200BO\u200BP", Language.EN).answer()).isEqualTo(Answer.YES);
    }

    @Test
    void an_empty_text_says_nothing() {
        assertThat(OptOutRules.read("", Language.UNKNOWN)).isEqualTo(new OptOut(Answer.NO, List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stop ", "a", "do not ", "no ", "me ", "remove my number from ", "@", "x@", "\n", "'", "? ", ". ", "ne me plus ",
            "no more no ", "msg u ", "unsubscribe my ",
            "dont call me now ", "cancel the a ", "mein vater ", "\uD83D\uDED1"})
    void a_text_of_any_length_is_read_in_bounded_time(String piece) {
        var text = piece.repeat(200_000 / piece.length());
        Assertions.assertTimeout(Duration.ofSeconds(3), () -> OptOutRules.read(text, Language.UNKNOWN));
    }

    @Test
    void an_unpaired_surrogate_is_only_a_strange_character() {
        assertThatCode(() -> OptOutRules.read("stop \uD83D", Language.EN)).doesNotThrowAnyException();
    }
}
