package dev.ringback.recruiting.objective;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// What an answer says about the objective that was asked for.
class AnswerPolicyTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Yes                                 | true
            yes!!                               | true
            Yeah, but not this week             | true
            No problem                          | true
            Sure thing                          | true
            I am interested                     | true
            Oui, volontiers                     | true
            Sí                                  | true
            No                                  | false
            nope, sorry                         | false
            No thanks, sure it's a good job     | false
            I'm not interested                  | false
            Not interested                      | false
            I can’t                             | false
            Non merci                           | false
            maybe                               | unread
            not sure yet                        | unread
            it depends                          | unread
            What does it pay?                   | unread
            Yesterday I was there               | unread
            ''                                  | unread
            """)
    void a_yes_or_a_no(String text, String expected) {
        assertThat(read("yes_no", text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            25                | 25
            About 25.50 pounds| 25.50
            12,5              | 12.5
            1,200             | 1200
            £30/h             | 30
            20 to 25          | unread
            none              | unread
            """)
    void a_number(String text, String expected) {
        assertThat(read("number", text)).isEqualTo(expected);
    }

    @Test
    void a_number_outside_of_its_bounds_is_none() {
        var wage = Objective.of("wage", Map.of("type", "number", "min", 10, "max", 100));
        assertThat(AnswerPolicy.read(wage, "9", MONDAY)).isEmpty();
        assertThat(AnswerPolicy.read(wage, "101", MONDAY)).isEmpty();
        assertThat(AnswerPolicy.read(wage, "100", MONDAY)).contains(new BigDecimal("100"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-04-01              | 2026-04-01
            1 April                 | 2026-04-01
            April 1st               | 2026-04-01
            the 1st of February     | 2027-02-01
            01.04.2026              | 2026-04-01
            13/04/2026              | 2026-04-13
            03/04/2026              | unread
            31 February             | unread
            today                   | 2026-03-02
            Tomorrow!               | 2026-03-03
            Monday                  | 2026-03-09
            next friday             | 2026-03-06
            next week               | 2026-03-09
            in two weeks            | 2026-03-16
            in a month              | 2026-04-02
            am 15. Mai              | 2026-05-15
            le 3 avril 2026         | 2026-04-03
            Monday or Tuesday       | unread
            soon                    | unread
            """)
    void a_date(String text, String expected) {
        assertThat(read("date", text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            night shift please | night shift
            2                  | night shift
            3                  | unread
            Day!               | day
            day or night shift | unread
            monday             | unread
            """)
    void a_choice(String text, String expected) {
        var shift = Objective.of("shift", Map.of("type", "choice", "choices", List.of("day", "night shift")));
        assertThat(AnswerPolicy.read(shift, text, MONDAY).map(Object::toString).orElse("unread")).isEqualTo(expected);
    }

    @Test
    void the_first_two_thousand_characters_are_read() {
        assertThat(read("yes_no", "x".repeat(2_000) + " yes")).isEqualTo("unread");
    }

    private static String read(String type, String text) {
        return AnswerPolicy.read(Objective.of("it", Map.of("type", type)), text, MONDAY).map(Object::toString).orElse("unread");
    }
}
