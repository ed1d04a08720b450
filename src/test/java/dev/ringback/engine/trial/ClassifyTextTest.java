package dev.ringback.engine.trial;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;

import dev.ringback.testing.Api;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

@QuarkusTest
class ClassifyTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # text                                          | channel  | opt-out | label
            STOP                                            | sms      | yes     | keyword.stop
            Start                                           | sms      | no      | keyword.start
            AIDE                                            | whatsapp | no      | keyword.help
            Can we start Monday?                            | sms      | no      | language.en
            Please stop texting me                          | sms      | yes     | language.en
            ne m'écrivez plus                               | email    | yes     | language.fr
            How much is a new roof? I need it today.        | email    | no      | intent.pricing
            How much is a new roof? I need it today.        | email    | no      | urgency.high
            """)
    void reads_opt_outs_keywords_and_signals(String text, String channel, String optOut, String label) {
        // When
        var answer = Api.post("classify-text", Api.SECRET_KEY, Map.of("cases", List.of(asked(text, channel))));

        // Then
        answer.statusCode(200).body("results[0].opt_out", is(optOut)).body("results[0].labels", hasItem(label))
                .body("results[0].auto_reply", is(false));
    }

    @Test
    void names_the_rules_that_say_so() {
        // Given
        var cases = List.of(asked("STOP", "sms"), asked("I am out of the office until 4 May. This is an automatic reply.", "email"));

        // When
        var answer = Api.post("classify-text", Api.SECRET_KEY, Map.of("cases", cases));

        // Then
        answer.statusCode(200).body("results", hasSize(2)).body("results[0].rules", hasItem("optout.any.keyword"))
                .body("results.opt_out", contains("yes", "no")).body("results.auto_reply", contains(false, true))
                .body("results[1].rules.findAll { it.startsWith('autoreply.') }", not(empty()));
    }

    @Test
    void of_a_mail_only_the_persons_own_words_count() {
        // Given
        var quoted = "Sounds good, thanks!\n\nOn Mon, 2 Mar 2026, Acme wrote:\n> Reply STOP to unsubscribe";

        // When
        var answer = Api.post("classify-text", Api.SECRET_KEY, Map.of("cases", List.of(asked(quoted, "email"), asked("STOP", "email"))));

        // Then
        answer.statusCode(200).body("results.opt_out", contains("no", "yes")).body("results[0].labels", not(hasItem("keyword.stop")));
    }

    @Test
    void takes_a_thousand_cases_and_no_more() {
        // Given
        var one = asked("we have to stop this bill", "sms");

        // When
        var most = Api.post("classify-text", Api.SECRET_KEY, Map.of("cases", Collections.nCopies(1_000, one)));
        var tooMany = Api.post("classify-text", Api.SECRET_KEY, Map.of("cases", Collections.nCopies(1_001, one)));

        // Then
        most.statusCode(200).body("results", hasSize(1_000));
        tooMany.statusCode(422).body("errors.field", contains("cases"));
    }

    @Test
    void names_the_case_that_is_wrong() {
        // Given
        var cases = List.of(asked("fine", "sms"), asked("fine", "pigeon"), Map.of("channel", "sms"));

        // When
        var answer = Api.post("classify-text", Api.SECRET_KEY, Map.of("cases", cases));

        // Then
        answer.statusCode(422).body("errors.field", hasItems("cases[1].channel", "cases[2].text")).body("errors", hasSize(2));
    }

    @Test
    void strangers_may_not_ask() {
        Api.post("classify-text", Api.PUBLISHABLE_KEY, Map.of("cases", List.of())).statusCode(403);
    }

    private static Map<String, Object> asked(String text, String channel) {
        var asked = new HashMap<String, Object>(Map.of("text", text, "channel", channel));
        asked.put("language", null);
        return asked;
    }
}
