package dev.ringback.engine.classify;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AutoReplyRulesTest {

    private static final Map<String, List<String>> SENT = Map.of("date", List.of("Mon, 15 Dec 2025 10:00:00 +0100 (CET)"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            auto-submitted                | auto-replied (vacation)                | true
            auto-submitted                | auto-generated                         | true
            auto-submitted                | no                                     | false
            auto-submitted                | No                                     | false
            x-autoreply                   | yes                                    | true
            x-autorespond                 | Out of office                          | true
            precedence                    | bulk                                   | true
            precedence                    | auto_reply                             | true
            precedence                    | junk                                   | true
            precedence                    | first-class                            | false
            x-auto-response-suppress      | All                                    | false
            return-path                   | <>                                     | true
            return-path                   | <ann@example.com>                      | false
            content-type                  | multipart/report; report-type=x        | true
            content-type                  | text/plain                             | false
            """)
    void a_header_gives_a_machine_away(String name, String value, boolean automatic) {
        assertThat(AutoReplyRules.read(Map.of(name, List.of(value)), "Re: Roof", "Sounds good").automatic()).isEqualTo(automatic);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Automatic reply: Your roof                   | true
            Auto-Reply: Your roof                        | true
            Out of Office: Your roof                     | true
            Out of the office until Monday               | true
            Réponse automatique : Votre toiture          | true
            Absence du bureau                            | true
            Absente jusqu'au 5 janvier                   | true
            Automatische Antwort: Ihr Dach               | true
            Abwesenheitsnotiz                            | true
            Respuesta automática: Su techo               | true
            Fuera de la oficina                          | true
            Re: Your roof                                | false
            Re: Out of office furniture                  | false
            Auto repair quote                            | false
            Automatic garage door                        | false
            Absent shingles on my roof                   | false
            """)
    void a_subject_gives_a_machine_away(String subject, boolean automatic) {
        assertThat(AutoReplyRules.read(Map.of(), subject, "").automatic()).isEqualTo(automatic);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            This is an automated response.                                   | true
            Ceci est une réponse automatique.                                | true
            Dies ist eine automatisch erstellte Nachricht.                   | true
            Esta es una respuesta automática.                                | true
            Sorry, I was out of office last week. Yes, let's do it.          | false
            """)
    void a_text_must_say_of_itself_that_it_is_automatic(String text, boolean automatic) {
        assertThat(AutoReplyRules.read(Map.of(), "Re: Roof", text).automatic()).isEqualTo(automatic);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            I am out of the office until January 5, 2026.                                   | 2026-01-05
            I am away and will be back on 5 January.                                        | 2026-01-05
            I will be out from 20 December to 4 January and return on Monday, January 5th.  | 2026-01-05
            I'm returning on the 5th of January 2026                                        | 2026-01-05
            Out through December 31, 2025 inclusive                                         | 2026-01-01
            Back on 2026-01-05                                                              | 2026-01-05
            I will be back on 13/01/2026                                                    | 2026-01-13
            I will be back on 04/01/2026                                                    |
            Je suis absent du 20 décembre au 5 janvier 2026                                 | 2026-01-05
            Je suis absente jusqu'au lundi 5 janvier inclus                                 | 2026-01-06
            De retour le 05/01/2026, merci                                                  | 2026-01-05
            Ich bin bis zum 5. Januar 2026 nicht im Büro                                    | 2026-01-05
            Ich bin ab dem 05.01.2026 wieder für Sie da                                     | 2026-01-05
            Ich bin vom 20.12.2025 bis 05.01.2026 im Urlaub                                 | 2026-01-05
            Estaré fuera hasta el 5 de enero de 2026                                        | 2026-01-05
            Regreso el lunes 5 de enero                                                     | 2026-01-05
            Back on January 5, 2031                                                         |
            Back on 31 February 2026                                                        |
            The meeting of 12 January 2026 stands                                           |
            I will be back soon                                                             |
            """)
    void an_automatic_reply_tells_when_its_person_is_back(String text, LocalDate returnsOn) {
        assertThat(AutoReplyRules.read(SENT, "Automatic reply: Roof", text).returnsOn()).isEqualTo(returnsOn);
    }

    @Test
    void a_date_without_a_year_is_not_guessed_without_a_date_header() {
        assertThat(AutoReplyRules.read(Map.of(), "Automatic reply: Roof", "Back on 5 January").returnsOn()).isNull();
    }

    @Test
    void an_answer_of_a_person_has_no_day_of_return() {
        assertThat(AutoReplyRules.read(SENT, "Re: Roof", "I am back on 5 January 2026")).isEqualTo(new AutoReply(false, List.of(), null));
    }
}
